// Skip: a sentence that leaves out the middle of one of the passage may not end in what another predicate says. From "is contraindicated in pregnancy
// and should be used with caution during lactation" it does not follow that it is contraindicated during lactation.
import { type Case, equalsOf } from "./case";
import { type Finding, finding } from "./finding";
import { type Gap, gapsOf, gapText } from "./gaps";
import type { Line } from "./line";

const leastCoverage = 0.75;
const fresh = /^(?:;|while|whereas)$/;
const joint = /^(?:and|but)$/;
const auxiliary = /^(?:is|are|was|were|should|may|might|can|could|must|has|have|had|will|would|does|did)$/;

/** A whole predicate left out between two parts that are joined here. */
export function checkSkips(c: Case): Finding[] {
  if (c.coverage < leastCoverage) return [];
  let first: Finding | null = null;
  for (const { matches, line } of equalsOf(c, 0.92)) {
    const gap = gapsOf(matches, c.line, line).find((one) => isSkip(c.line, line, one));
    if (!gap) return [];
    first ??= finding(
      "skip",
      true,
      "Between these words the passage says {p}.",
      c.line.text.slice(0, 80),
      gapText(line, gap.bFrom, gap.bTo).slice(0, 160),
    );
  }
  return first === null ? [] : [first];
}

function isSkip(own: Line, line: Line, { aFrom, aTo, bFrom, bTo }: Gap): boolean {
  if (aTo !== aFrom || aFrom === 0 || aTo === own.items.length || bTo >= line.items.length) return false;
  const from = line.items[bFrom]?.token ?? 0;
  const to = line.items[bTo]?.token ?? line.tokens.length;
  for (let at = from; at < to; at++) {
    const word = line.tokens[at]?.lower ?? "";
    const starts = fresh.test(word) ? at + 1 : joint.test(word) && auxiliary.test(line.tokens[at + 1]?.lower ?? "") ? at + 2 : -1;
    if (starts > 0 && contentIn(line, from, at) > 0 && contentIn(line, starts, to) > 0) return beganBefore(own, line, aFrom, at);
  }
  return false;
}

/** The sentence begins with words that only the first predicate has; a later clause alone may be told alone. */
function beganBefore(own: Line, line: Line, until: number, joint: number): boolean {
  const after = new Set(line.items.filter((item) => item.token > joint).map((item) => item.key));
  return own.items.slice(0, until).some((item) => !item.stop && !after.has(item.key));
}

const contentIn = (line: Line, from: number, to: number): number =>
  line.items.filter((item) => item.token >= from && item.token < to && !item.stop).length;
