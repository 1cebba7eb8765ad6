import { conflictState } from "@/app/_ui/conflicts/conflict-state";
import { Apparatus, ApparatusLine } from "@/app/_ui/reading/apparatus-line";
import type { EditionCategory, EditionSource } from "@/server/research/editions/schema";
import { sentenceLemmas } from "./sentence-lemmas";

type CategoryVariantsProps = { category: EditionCategory; sources: ReadonlyMap<string, EditionSource>; ledgerHref: string };

/** The variants under a text: for each ledger entry the reading of the text, the bracket, and what the others have. */
export const CategoryVariants = ({ category, sources, ledgerHref }: CategoryVariantsProps) => {
  if (category.conflicts.length === 0) return null;
  return (
    <Apparatus>
      {category.conflicts.map((conflict) => {
        const place = category.summary.sentences.findIndex((sentence) =>
          sentenceLemmas(sentence, category.claims, [conflict]).some((span) => span.conflict.id === conflict.id),
        );
        const text = place < 0 ? undefined : category.summary.sentences[place];
        const own =
          conflict.winner ??
          Math.max(
            0,
            conflict.sides.findIndex((side) => side.sourceIds.some((id) => text?.citations.some((citation) => citation.sourceId === id))),
          );
        const lemma = conflict.sides[own];
        const { state, words } = conflictState(conflict);
        const keys = [...conflict.differing, ...conflict.unstated].map((key) => key.replaceAll("_", " "));
        return (
          <ApparatusLine
            key={conflict.id}
            id={`variant-${conflict.id}`}
            line={place < 0 ? "–" : place + 1}
            lemma={lemma?.label ?? conflict.attribute}
            groups={[
              {
                key: conflict.id,
                readings: conflict.sides
                  .filter((side) => side !== lemma)
                  .map((side) => ({ key: side.label, text: side.label, sources: side.sourceIds.map((id) => sources.get(id)?.number ?? 0) })),
                state,
                words:
                  keys.length > 0
                    ? `${words.toLowerCase()}: ${keys.join(", ")}${conflict.unstated.length > 0 ? " not stated by all" : " differs"}`
                    : words.toLowerCase(),
                href: `${ledgerHref}#conflict-${conflict.id}`,
              },
            ]}
          />
        );
      })}
    </Apparatus>
  );
};
