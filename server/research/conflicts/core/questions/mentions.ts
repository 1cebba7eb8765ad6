// Whether a text says an answer somewhere, be it not as its own answer.
import { findQuantities } from "@/server/research/claims/core/quantities/find";
import { splitSentences } from "@/server/research/claims/core/sentences";
import { dimensionOf } from "@/server/research/claims/core/units";
import type { ClaimValue } from "@/server/research/claims/schema";
import { answersAgree } from "./compare-answers";
import { isContent, wordsOf } from "./question-words";
import type { Question } from "./read-question";

/** Small bare numbers stand everywhere. */
const leastTelling = 13;

export function mentions(question: Question, value: ClaimValue, text: string): boolean {
  if (value.kind === "term") return mentionsTerm(question, value.value, text);
  if (value.kind !== "quantity") return false;
  return findQuantities(text).some((found) => {
    if ((found.value === undefined && found.low === undefined) || found.op !== value.op || dimensionOf(value.unit) !== found.dimension) return false;
    if (found.unit === "1" && (found.value ?? found.high ?? 0) < leastTelling) return false;
    const { low, high, op, approx, unit } = found;
    return (
      answersAgree(question, value, {
        kind: "quantity",
        ...(found.value === undefined ? { low, high } : { value: found.value }),
        op,
        approx,
        unit,
        unitAssumed: false,
      }) === true
    );
  });
}

/** All its own words in one sentence; of a person the surname. */
function mentionsTerm({ kind, words }: Question, value: string, text: string): boolean {
  const own = wordsOf(value).filter((word) => isContent(word) && !words.has(word.text.toLowerCase()));
  const wanted = kind === "person" ? own.slice(-1) : own;
  if (wanted.length === 0) return false;
  return splitSentences(text).some((sentence) => {
    const there = new Set(wordsOf(sentence.text).map((word) => word.key));
    return wanted.every((word) => there.has(word.key));
  });
}
