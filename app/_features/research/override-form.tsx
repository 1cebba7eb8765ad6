"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { Button } from "@/app/_ui/controls/button";
import { Choice } from "@/app/_ui/controls/choice";
import { FormError } from "@/app/_ui/controls/form-error";
import { TextArea } from "@/app/_ui/controls/text-area";
import { Fold } from "@/app/_ui/feedback/fold";
import { overrideReasonSchema, reasonLimit } from "@/server/research/conflicts/override/schema";
import type { RulingChoice } from "./ruling-words";

type OverrideFormProps = {
  conflictId: string;
  /** Of the fact: names the form. */
  label: string;
  choices: readonly RulingChoice[];
  /** The ruling in force that the page shows. */
  seen: string | null;
};

/** Rules on a conflict by hand: what should stand, and why. What was ruled before stays in the history. */
export const OverrideForm = ({ conflictId, label, choices, seen }: OverrideFormProps) => {
  const router = useRouter();
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const override = trpc.conflicts.override.useMutation({
    onSuccess: () => {
      setChosen(null);
      setReason("");
      setTried(false);
      router.refresh();
    },
  });
  const choice = choices.find(({ value }) => value === chosen);
  const parsed = overrideReasonSchema.safeParse(reason);
  const record = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!choice || !parsed.success) return;
    override.mutate({ conflictId, ruling: choice.ruling, side: choice.side, reason: parsed.data, seen });
  };
  return (
    <>
      <p className="note mt-3" role="status">
        {override.data ? recordedWords(override.data) : null}
      </p>
      <Fold key={seen} summary={seen === null ? "Rule on it by hand" : "Rule on it anew"}>
        <form className="box override" onSubmit={record} noValidate aria-label={`Override, ${label}`}>
          <fieldset>
            <legend>What should stand</legend>
            {choices.map(({ value, label: words, detail }) => (
              <Choice
                key={value}
                kind="radio"
                name={`ruling-${conflictId}`}
                label={words}
                detail={detail}
                checked={chosen === value}
                onChange={() => setChosen(value)}
              />
            ))}
            <FormError>{tried && !choice ? "Choose what should stand." : null}</FormError>
          </fieldset>
          <div>
            <TextArea
              id={`reason-${conflictId}`}
              label="Reason, required"
              rows={3}
              value={reason}
              maxLength={reasonLimit + 200}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={tried && !parsed.success ? parsed.error.issues[0]?.message : undefined}
              help={`${reason.trim().length} of ${reasonLimit} characters. Readers of the edition will see it with your name.`}
            />
          </div>
          <div className="override__foot row">
            <Button kind="go" type="submit" disabled={override.isPending}>
              {override.isPending ? "Recording the override" : "Record the override"}
            </Button>
            <span className="note">For this edition and those after it, as long as the same claims stand against each other.</span>
          </div>
          <FormError>{override.error?.message}</FormError>
        </form>
      </Fold>
    </>
  );
};

type Recorded = { sentences: { added: number; removed: number }; confidence: { before: number | null; after: number | null } };

function recordedWords({ sentences: { added, removed }, confidence: { before, after } }: Recorded): string {
  const score = before === after || after === null ? "The confidence stays the same" : `The confidence goes from ${before ?? "none"} to ${after}`;
  const text = added + removed === 0 ? "no sentence changes" : `${added} sentences come into the text and ${removed} leave it`;
  return `Override recorded. ${score}; ${text}.`;
}
