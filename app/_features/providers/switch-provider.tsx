import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { TextInput } from "@/app/_ui/controls/text-input";
import { Fold } from "@/app/_ui/feedback/fold";
import type { ProviderOverview } from "@/server/research/resilience/schema";
import type { ProviderControls } from "./overview-table";
import { price } from "./witness-words";

type SwitchProviderProps = ProviderControls & { provider: ProviderOverview };

/** A test call, and the switch behind a reason that the audit trail keeps. */
export const SwitchProvider = ({ provider, state, submit, pending }: SwitchProviderProps) => {
  const { id, name, kind, off, enabled, version, estimate } = provider;
  const failed = state.failed?.provider === id ? state.failed : null;
  const intent = enabled ? "disable" : "enable";
  const word = enabled ? "Switch off" : "Switch on";
  return (
    <div className="grid gap-1">
      {off === null && enabled ? (
        <form action={submit}>
          <input type="hidden" name="provider" value={id} />
          <Button type="submit" name="intent" value="test" size="small" disabled={pending} aria-label={`Test call to ${name}`}>
            Test call
          </Button>
          {kind === "engine" ? <span className="note"> {estimate.usd === null ? "cost not known" : `about ${price(estimate.usd)}`}</span> : null}
        </form>
      ) : null}
      <Fold summary={<span>{word}</span>} open={failed?.intent === intent}>
        <form action={submit} className="grid gap-2 pt-2" noValidate>
          <input type="hidden" name="provider" value={id} />
          <input type="hidden" name="version" value={version} />
          <TextInput
            id={`reason-${id}`}
            name="reason"
            label={`Why ${name} is switched ${enabled ? "off" : "on"}`}
            help={enabled ? "For every account. Questions under way are finished." : "For every account, from the next question on."}
            error={failed?.intent === intent ? failed.message : undefined}
          />
          <div className="row">
            <Button type="submit" name="intent" value={intent} size="small" disabled={pending}>
              {word} {name}
            </Button>
          </div>
        </form>
      </Fold>
      <FormError>{failed?.intent === "test" ? failed.message : null}</FormError>
    </div>
  );
};
