// Whether one sentence says again what another says: nearly all its words, with the same figures and as many denials.
import { jaccard, stemsOf } from "@/server/research/synthesis/core/text-stems";

const shared = 0.78;
const figuresOf = (text: string): string => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).sort().join(" ");
/** What sets two sentences apart though they share their other words. */
const turning =
  /\b(?:not|no|never|none|neither|nor|cannot|without|un\w+|in(?:sufficient|active|effective)|negligibl[ey]|hardly|rarely|always|all|some|only)\b|n't\b/gi;
const turnsOf = (text: string): string => (text.toLowerCase().match(turning) ?? []).sort().join(" ");

export function repeats(a: string, b: string): boolean {
  if (a === b) return true;
  return figuresOf(a) === figuresOf(b) && turnsOf(a) === turnsOf(b) && jaccard(stemsOf(a), stemsOf(b)) >= shared;
}
