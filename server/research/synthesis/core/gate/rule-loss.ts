// What a near copy may not lose: the hedge in the middle and the condition at the end. "May cause sleep" is not "causes sleep", and "5 mg,
// unless the kidneys fail" is not "5 mg".
import { type Case, equalsOf } from "./case";
import { type Finding, finding } from "./finding";
import { type Gap, gapsOf, gapText, tokensOf } from "./gaps";
import type { Line } from "./line";
import { quantifierOf } from "./opposites";

const leastCoverage = 0.8;
const hedgeGap = 3;
const leadWords = 3;
const condition = /^(?:unless|except|excluding|until|provided|if|only)$/;

/** Hedges and conditions of the passage's sentence that a sentence in almost the same words leaves out. */
export function checkLoss(c: Case): Finding[] {
  if (c.coverage < leastCoverage) return [];
  let first: Finding | null = null;
  for (const candidate of equalsOf(c, 0.92)) {
    const gaps = gapsOf(candidate.matches, c.line, candidate.line);
    const loss = hedgeLost(c, candidate.line, gaps) ?? conditionLost(c, candidate.line, gaps);
    if (loss === null) return [];
    first ??= loss;
  }
  return first === null ? [] : [first];
}

const wordsIn = (line: Line, from: number, to: number): string[] => tokensOf(line, from, to).map((at) => line.tokens[at]?.lower ?? "");
const isHedge = (word: string): boolean => quantifierOf(word) === "may";
/** "Could not" denies and hedges nothing. */
const isUnable = (line: Line, at: number): boolean => /^(?:can|could)$/.test(line.tokens[at]?.lower ?? "") && line.tokens[at + 1]?.lower === "not";
const hasHedge = (line: Line, from: number, to: number): boolean =>
  tokensOf(line, from, to).some((at) => isHedge(line.tokens[at]?.lower ?? "") && !isUnable(line, at));

function hedgeLost(c: Case, line: Line, gaps: readonly Gap[]): Finding | null {
  if (gaps.some((one) => wordsIn(c.line, one.aFrom, one.aTo).some(isHedge))) return null;
  const gap = gaps.find((one) => one.bTo - one.bFrom <= hedgeGap && one.bTo < line.items.length && hasHedge(line, one.bFrom, one.bTo));
  return gap
    ? finding(
        "hedge_lost",
        true,
        "The passage says {p}; the sentence states it flatly.",
        gapText(c.line, gap.aFrom, gap.aTo),
        gapText(line, gap.bFrom, gap.bTo),
      )
    : null;
}

/** What leads up to the words that were kept is a condition of them only where it opens the sentence: "believed lost until a diver found it". */
function hasCondition(line: Line, { bFrom, bTo }: Gap): boolean {
  const words = wordsIn(line, bFrom, bTo);
  return bFrom === 0 && bTo < line.items.length
    ? words.slice(0, leadWords).some((word) => condition.test(word))
    : words.some((word) => condition.test(word));
}

function conditionLost(c: Case, line: Line, gaps: readonly Gap[]): Finding | null {
  if (c.line.tokens.some((token) => condition.test(token.lower))) return null;
  const gap = gaps.find((one) => one.aTo === one.aFrom && hasCondition(line, one));
  return gap
    ? finding(
        "condition_lost",
        true,
        "The passage goes on with {p}; the sentence leaves the condition out.",
        "",
        gapText(line, gap.bFrom, gap.bTo).slice(0, 160),
      )
    : null;
}
