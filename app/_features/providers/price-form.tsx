import { useState } from "react";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { Select } from "@/app/_ui/controls/select";
import { TextInput } from "@/app/_ui/controls/text-input";
import { Fold } from "@/app/_ui/feedback/fold";
import type { ProviderOverview } from "@/server/research/resilience/schema";
import type { PriceEntry } from "@/server/research/spending/schema";
import type { ProviderControls } from "./overview-table";
import { priceFields } from "./price-words";

type PriceFormProps = ProviderControls & { engines: readonly ProviderOverview[]; prices: readonly PriceEntry[]; today: string };

/** A new price of a model. Earlier versions stay for the days on which they counted. */
export const PriceForm = ({ engines, prices, today, state, submit, pending }: PriceFormProps) => {
  const [provider, setProvider] = useState(engines[0]?.id ?? "");
  const [model, setModel] = useState(engines[0]?.model ?? "");
  const version = prices
    .filter((entry) => entry.provider === provider && entry.model === model.trim())
    .reduce((latest, entry) => Math.max(latest, entry.version), 0);
  const failed = state.failed?.intent === "price" ? state.failed : null;
  return (
    <Fold summary={<span>Set a price</span>} open={failed !== null}>
      <form action={submit} className="price-form" noValidate>
        <input type="hidden" name="version" value={version} />
        <Select
          id="price-provider"
          name="provider"
          label="Provider"
          value={provider}
          options={engines.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => {
            const id = event.currentTarget.value;
            setProvider(id);
            setModel(engines.find((engine) => engine.id === id)?.model ?? "");
          }}
        />
        <TextInput
          id="price-model"
          name="model"
          label="Model"
          value={model}
          onChange={(event) => setModel(event.currentTarget.value)}
          help={version === 0 ? "No price of it is known yet." : `Version ${version} is known; this becomes version ${version + 1}.`}
        />
        {priceFields.map(([field, name, unit]) => (
          <TextInput key={field} id={`price-${field}`} name={field} label={`${name}, US dollars ${unit}`} inputMode="decimal" autoComplete="off" />
        ))}
        <TextInput id="price-from" name="validFrom" type="date" label="Holds from" defaultValue={today} help="The beginning of the day, UTC." />
        <TextInput id="price-reason" name="reason" label="Why" help="Kept in the audit trail." />
        <div>
          <Button type="submit" name="intent" value="price" disabled={pending}>
            Set the price
          </Button>
          <FormError>{failed?.message}</FormError>
        </div>
      </form>
    </Fold>
  );
};
