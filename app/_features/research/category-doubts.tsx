import { Mark } from "@/app/_ui/marks/mark";
import { Cite } from "@/app/_ui/reading/cite";
import type { EditionCategory, EditionSource } from "@/server/research/editions/schema";

type CategoryDoubtsProps = { category: EditionCategory; sources: ReadonlyMap<string, EditionSource> };

/** Values that are kept as they are stated, each with why it is hard to believe. */
export const CategoryDoubts = ({ category, sources }: CategoryDoubtsProps) => {
  const doubts = (category.doubts ?? []).flatMap(({ claimId, word, reason }) => {
    const claim = category.claims.find(({ id }) => id === claimId);
    const number = claim && sources.get(claim.sourceId)?.number;
    return claim && number !== undefined ? [{ claim, number, word, reason }] : [];
  });
  if (doubts.length === 0) return null;
  return (
    <section className="variants" aria-label="Doubtful values">
      <ol>
        {doubts.map(({ claim, number, word, reason }) => (
          <li key={claim.id}>
            <span className="variants__no">?</span>
            <span>
              <span className="variants__lemma">{claim.raw}</span> <Cite number={number} inline href={`#source-${number}`} />{" "}
              <span className="variants__kind in-ochre">
                <Mark name="open" /> {word}
              </span>
              : {reason}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};
