// What one sentence lists ("pKa values of 2.8 and 11.5", "500 mg or 850 mg") is a list and no disagreement.
import type { ComparabilityKey } from "../../categories/schema";
import type { Position } from "./sides";

const sentenceOf = ({ sourceId, textHash, start }: { sourceId: string; textHash?: string; start: number }): string =>
  `${sourceId} ${textHash ?? ""} ${start}`;

/**
 * True where two positions stand in one sentence only, which says nothing that tells them apart. With `within`, a common sentence among these is
 * enough, whoever else states one of them.
 */
export function isOneList(a: Position, b: Position, within?: ReadonlySet<string>): boolean {
  const sentences = new Set([...a.witnesses, ...b.witnesses].map(({ claim }) => sentenceOf(claim)));
  const [left, right] = [a.claim.qualifiers, b.claim.qualifiers];
  const same = (Object.keys(left) as ComparabilityKey[]).every((key) => right[key] === left[key]);
  if (!same || Object.keys(left).length !== Object.keys(right).length) return false;
  if (!within) return sentences.size === 1;
  const ofB = new Set(b.witnesses.map(({ claim }) => sentenceOf(claim)));
  return a.witnesses.some(({ claim }) => within.has(sentenceOf(claim)) && ofB.has(sentenceOf(claim)));
}
