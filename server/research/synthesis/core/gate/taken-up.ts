// Whether a sentence speaks of something that one before it has named.
import type { Line } from "./line";
import { isStandIn } from "./synonyms";

const pronoun = /^(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|this|these|those)$/;
const pointing = /^(?:the|this|these|that|those|such|its|his|her|their)$/;

/** True for a sentence with a pronoun, or with a general noun behind "the": "the company", "these dogs". */
export function takesUp(line: Line): boolean {
  return line.tokens.some((token, at) => pronoun.test(token.lower) || (isStandIn(token.lower) && isPointedAt(line, at)));
}

/** True where "the", "these" or the like stands directly before the token, or one word before it. */
export function isPointedAt(line: Line, at: number): boolean {
  return pointing.test(line.tokens[at - 1]?.lower ?? "") || pointing.test(line.tokens[at - 2]?.lower ?? "");
}
