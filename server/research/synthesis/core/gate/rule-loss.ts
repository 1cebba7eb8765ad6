// What a near copy may not lose: the hedge in the middle and the condition at the end. "May cause sleep" is not "causes sleep", and "5 mg,
// unless the kidneys fail" is not "5 mg".
import { type Case, equalsOf } from "./case";
import { type Finding, finding } from "./finding";
import { type Gap, gapsOf, gapText, tokensOf } from "./gaps";
import type { Line } from "./line";
import { quantifierOf } from "./opposites";

const leastCoverage = 0.8;
const hedgeGap = 3;
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

function hedgeLost(c: Case, line: Line, gaps: readonly Gap[]): Finding | null {
  if (gaps.some((one) => wordsIn(c.line, one.aFrom, one.aTo).some(isHedge))) return null;
  const gap = gaps.find((one) => one.bTo - one.bFrom <= hedgeGap && one.bTo < line.items.length && wordsIn(line, one.bFrom, one.bTo).some(isHedge));
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

function conditionLost(c: Case, line: Line, gaps: readonly Gap[]): Finding | null {
  if (c.line.tokens.some((token) => condition.test(token.lower))) return null;
  const gap = gaps.find((one) => one.aTo === one.aFrom && wordsIn(line, one.bFrom, one.bTo).some((word) => condition.test(word)));
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
