// One text of two: what a model wrote, and the sentences of sources that claims stand on. A model may say things better and say more, but it displaces
// nothing that a claim stands on: whatever it leaves out, both sides of a disagreement included, is put back in the words of the source.
import type { DraftClaim } from "./draft-input";
import type { GatedSentence } from "./gate-draft";
import { jaccard, stemsOf } from "./text-stems";

export type MergeInput = {
  readonly written: readonly GatedSentence[];
  readonly extracted: readonly GatedSentence[];
  readonly claims: readonly Pick<DraftClaim, "sourceId" | "start" | "end">[];
  /** In the order of the text. */
  readonly sections: readonly string[];
  readonly maxSentences: number;
};

const alike = 0.5;

/** The sentences to print, in section order; without a written sentence, exactly the extracted ones. */
export function mergeDrafts({ written, extracted, claims, sections, maxSentences }: MergeInput): GatedSentence[] {
  if (written.length === 0) return [...extracted];
  const bearing = extracted.filter((entry) => bearsClaim(entry, claims));
  let kept = written.slice(0, maxSentences);
  let missing = bearing.filter((entry) => !kept.some((one) => covers(one, entry)));
  while (kept.length > 0 && kept.length + missing.length > maxSentences) {
    kept = kept.slice(0, -1);
    missing = bearing.filter((entry) => !kept.some((one) => covers(one, entry)));
  }
  if (kept.length === 0) return [...extracted];
  const rank = ({ sentence }: GatedSentence): number => {
    const index = sentence.section === null ? -1 : sections.indexOf(sentence.section);
    return index < 0 ? sections.length : index;
  };
  const placed = kept.map((one) => placedLike(one, extracted));
  return [...placed, ...missing].sort((a, b) => rank(a) - rank(b));
}

/** A written sentence under no head stands where the extracted one it says stands. */
function placedLike(one: GatedSentence, extracted: readonly GatedSentence[]): GatedSentence {
  if (one.sentence.section !== null) return one;
  const like = extracted.find((entry) => covers(one, entry));
  return like ? { ...one, sentence: { ...one.sentence, section: like.sentence.section } } : one;
}

function bearsClaim({ sentence }: GatedSentence, claims: MergeInput["claims"]): boolean {
  return sentence.citations.some((citation) =>
    claims.some((claim) => claim.sourceId === citation.sourceId && claim.start < citation.end && citation.start < claim.end),
  );
}

const figuresOf = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** Whether a written sentence says what an extracted one says: all its figures, and either its place in the source or its words. */
function covers(written: GatedSentence, extracted: GatedSentence): boolean {
  const own = figuresOf(written.sentence.text);
  if (!figuresOf(extracted.sentence.text).every((figure) => own.includes(figure))) return false;
  const likeness = jaccard(stemsOf(written.sentence.text), stemsOf(extracted.sentence.text));
  if (likeness >= alike) return true;
  const samePlace = written.sentence.citations.some((a) =>
    extracted.sentence.citations.some((b) => a.sourceId === b.sourceId && a.start < b.end && b.start < a.end),
  );
  return samePlace && likeness >= alike / 2;
}
