// Directions: increase where the passage says decrease, about the same words; and trends the passage does not speak of.
import { type Case, windowLines } from "./case";
import { type Finding, finding } from "./finding";
import type { Line } from "./line";
import { directionsOf, isTrend, weakDirections } from "./opposites";

const reach = 4;
const shortPassage = 12;
const plainTrend = /^(?:increas|decreas|reduc|declin|rise|rose|risen|rising|elevat|diminish|grow)/;

function neighbours(line: Line, at: number): Set<string> {
  const found = new Set<string>();
  for (const step of [-1, 1]) {
    let taken = 0;
    for (let k = at + step; k >= 0 && k < line.tokens.length && taken < reach; k += step) {
      const token = line.tokens[k];
      if (!token || token.kind === "mark" || token.stop) continue;
      found.add(token.stem);
      taken++;
    }
  }
  return found;
}

/** Directions of the sentence that stand reversed, or nowhere. */
export function checkDirections(c: Case): Finding[] {
  const lines = windowLines(c);
  const findings: Finding[] = [];
  c.line.tokens.forEach((token, at) => {
    if (token.kind !== "word" || token.hyphenBefore) return;
    const own = directionsOf(token.lower);
    if (own.length === 0) return;
    if (!weakDirections.has(token.lower)) {
      const clash = opposed(c.line, at, own, lines);
      if (clash !== null) {
        findings.push(finding("direction_opposite", true, "{s} is {p} in the passage.", token.text, clash));
        return;
      }
    }
    if (isTrend(token.lower) && plainTrend.test(token.lower) && !spokenOf(c, own)) {
      findings.push(finding("trend_absent", c.analysis.lines.length <= shortPassage, "{s}: the cited passage speaks of no such trend.", token.text));
    }
  });
  return findings;
}

/** The opposite word in `lines` beside the same words, unless the same direction stands there too. */
function opposed(line: Line, at: number, own: ReturnType<typeof directionsOf>, lines: readonly Line[]): string | null {
  const words = neighbours(line, at);
  let clash: string | null = null;
  for (const other of lines) {
    for (let k = 0; k < other.tokens.length; k++) {
      const token = other.tokens[k];
      if (token?.kind !== "word") continue;
      for (const y of directionsOf(token.lower)) {
        if (own.some((x) => x.pair === y.pair && x.side === y.side)) return null;
        if (clash !== null || token.hyphenBefore || !own.some((x) => x.pair === y.pair && x.side !== y.side)) continue;
        const there = neighbours(other, k);
        let shared = 0;
        for (const word of words) if (there.has(word)) shared++;
        if (shared >= 2 || (shared === 1 && words.size <= 2)) clash = token.text;
      }
    }
  }
  return clash;
}

function spokenOf(c: Case, own: ReturnType<typeof directionsOf>): boolean {
  const same = (line: Line): boolean =>
    line.tokens.some((token) => directionsOf(token.lower).some((y) => own.some((x) => x.pair === y.pair && x.side === y.side)));
  return c.analysis.lines.some(same) || same(c.analysis.context);
}
