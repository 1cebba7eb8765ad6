import { ChangeRow } from "@/app/_ui/changes/change-row";
import type { Change } from "@/server/research/editions/changes/schema";
import type { Edition } from "@/server/research/editions/schema";
import { causeWords, kindWords } from "./change-words";

type ChangesListProps = {
  changes: readonly Change[];
  categories: Edition["categories"];
  /** Dates of the two editions. */
  names: readonly [string, string];
  /** Ids of the two editions. */
  ids: readonly [string, string];
};

/** Changed fields in the order of the pack, sources at the end. Scores have a figure of their own. */
export const ChangesList = ({ changes, categories, names, ids: [before, after] }: ChangesListProps) => {
  const fields = changes.filter(({ kind }) => kind !== "confidence");
  const groups = [
    ...categories.map(({ slug, name, number }) => ({
      key: slug,
      name: `${number} ${name}`,
      own: fields.filter(({ category }) => category === slug),
    })),
    { key: "sources", name: "Sources of the edition", own: fields.filter(({ category }) => category === null) },
  ].filter(({ own }) => own.length > 0);
  return (
    <>
      <div className="change-head" aria-hidden="true">
        <span>Field</span>
        <span>A, {names[0]}</span>
        <span>B, {names[1]}</span>
        <span>Cause</span>
      </div>
      {groups.map(({ key, name, own }) => (
        <section key={key} aria-label={name}>
          <h3 className="change-group">{name}</h3>
          {own.map((change) => (
            <ChangeRow
              key={`${change.kind} ${change.field}`}
              field={change.label}
              unit={kindWords[change.kind]}
              before={change.before}
              after={change.after}
              names={names}
              marked={markedOf(change)}
              sourcesAt={[`/research/${before}/sources`, `/research/${after}/sources`]}
              cause={{ ...causeWords[change.cause], because: change.because }}
            />
          ))}
        </section>
      ))}
    </>
  );
};

/** A conflict that opened or closed is shown whole; one that stands on other sides has them marked. */
function markedOf({ kind, before, after }: Change): "words" | "members" | undefined {
  if (kind === "value") return "members";
  return kind === "sentence" || (kind === "conflict" && before && after) ? "words" : undefined;
}
