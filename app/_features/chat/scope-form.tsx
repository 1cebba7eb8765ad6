"use client";
import { Choice } from "@/app/_ui/controls/choice";
import { Fold } from "@/app/_ui/feedback/fold";
import { formatTimestamp } from "@/app/_ui/time/format-time";
import type { ScopeChoices } from "@/server/chat/answers/scope-choices";
import { type ChatScope, everything } from "@/server/chat/conversations/schema";
import { collectionsOf } from "./scope-words";

type ScopeFormProps = {
  scope: ChatScope;
  choices: ScopeChoices;
  disabled?: boolean;
  onChange: (scope: ChatScope) => void;
};

type Lists = "collectionIds" | "documentIds" | "editionIds";

/** Everything, or what is chosen: collections, editions, documents. When the last choice goes, it is everything again. */
export const ScopeForm = ({ scope, choices, disabled = false, onChange }: ScopeFormProps) => {
  const toggle = (list: Lists, id: string) => {
    const held = scope[list].includes(id);
    const next = { ...scope, everything: false, [list]: held ? scope[list].filter((one) => one !== id) : [...scope[list], id] };
    onChange(next.collectionIds.length + next.documentIds.length + next.editionIds.length > 0 ? next : everything);
  };
  const choice = (list: Lists, id: string, label: string, detail: string) => (
    <Choice key={id} label={label} detail={detail} checked={!scope.everything && scope[list].includes(id)} onChange={() => toggle(list, id)} />
  );
  return (
    <fieldset className="scope" disabled={disabled}>
      <legend>Ask in</legend>
      <Choice label="Everything" detail={`${choices.totals.documents} documents`} checked={scope.everything} onChange={() => onChange(everything)} />
      {collectionsOf(choices).map(({ name, documents }) => choice("collectionIds", name, name, `${documents}`))}
      {choices.editions
        .slice(0, 8)
        .map(({ id, subject, endedAt }) => choice("editionIds", id, `Edition: ${subject}`, formatTimestamp(endedAt, "date")))}
      {choices.documents.length > 0 ? (
        <Fold summary={`Single documents, ${choices.documents.length}`} open={scope.documentIds.length > 0}>
          {choices.documents.map(({ id, title, passages }) => choice("documentIds", id, title, `${passages} passages`))}
        </Fold>
      ) : null}
    </fieldset>
  );
};
