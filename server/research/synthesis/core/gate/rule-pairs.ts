// Pairs: two figures of one kind, each with its own words. In the passage each figure must stand with the words it has in the sentence, not with
// the other's: "53% on metformin and 12% on placebo" is not "12% on metformin and 53% on placebo", however it is worded.
import type { Case } from "./case";
import { type Finding, finding } from "./finding";
import type { Line } from "./line";
import { matchQuantity } from "./match-quantity";
import type { Quantity } from "./quantities";
import { idfOf } from "./window";

const mostPairs = 8;
const leastCrossed = 0.5;
const leastLead = 0.4;
const joint = /^(?:,|;|:|\(|\)|and|or|but|versus|versu|vs|compared|compar|while|whereas|against|than)$/;

/** Figures that stand with each other's words. */
export function checkPairs(c: Case): Finding[] {
  const { quantities } = c.line;
  let pairs = 0;
  for (let i = 0; i < quantities.length; i++) {
    for (let k = i + 1; k < quantities.length && pairs < mostPairs; k++) {
      const [x, y] = [quantities[i], quantities[k]];
      if (!x || !y || !comparable(x, y) || x.value === y.value) continue;
      pairs++;
      if (isCrossed(c, x, y))
        return [finding("pair", true, "{s}: in the passage these figures belong to each other's words.", `${x.text} … ${y.text}`)];
    }
  }
  return [];
}

/** Small counts in words stand everywhere and say nothing about their place. */
const isCount = (q: Quantity): boolean => q.inWords && q.unit === null && q.value <= 3;

/** Two figures that could stand in each other's place. */
export function comparable(x: Quantity, y: Quantity): boolean {
  if (isCount(x) || isCount(y)) return false;
  if (x.unit !== null && y.unit !== null) return x.unit.dimension === y.unit.dimension;
  return x.unit === y.unit && x.kind === y.kind && x.kind !== "code";
}

function isCrossed(c: Case, x: Quantity, y: Quantity): boolean {
  const [nearX, nearY] = [wordsOf(c.line, x), wordsOf(c.line, y)];
  const [onlyX, onlyY] = [without(nearX, nearY), without(nearY, nearX)];
  const held = (q: Quantity, words: ReadonlySet<string>): number => association(c, q, words);
  const straight = held(x, onlyX) + held(y, onlyY);
  const crossed = held(x, onlyY) + held(y, onlyX);
  const sides = (onlyX.size > 0 ? 1 : 0) + (onlyY.size > 0 ? 1 : 0);
  return sides > 0 && crossed >= leastCrossed * sides && crossed - straight >= leastLead * sides;
}

function without(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a].filter((key) => !b.has(key)));
}

/** Content words that belong to a figure: up to the first joint towards the comparable figures on either side. */
function wordsOf(line: Line, q: Quantity): Set<string> {
  const rivals = line.quantities.filter((other) => other !== q && comparable(other, q));
  const before = rivals.findLast((other) => other.from < q.from);
  const after = rivals.find((other) => other.from > q.from);
  const from = before ? borderBetween(line, before, q) : 0;
  const to = after ? borderBetween(line, q, after) : line.tokens.length;
  const keys = new Set<string>();
  for (const item of line.items) {
    if (item.token < from || item.token >= to || item.stop || joint.test(item.key)) continue;
    const own = item.quantity >= 0 ? line.quantities[item.quantity] : undefined;
    if (own === undefined || (own !== q && !comparable(own, q))) keys.add(item.key);
  }
  return keys;
}

/**
 * Words that tell a figure apart from the others of its sentence: those of its own clause, at most `reach` on either side. What stands before the
 * first figure of a row belongs to all of them, and a date is no company of its own day or year.
 */
export function figureWords(line: Line, q: Quantity, reach = Number.POSITIVE_INFINITY): Set<string> {
  const rivals = line.quantities.filter((other) => other !== q && comparable(other, q));
  const before = rivals.findLast((other) => other.from < q.from);
  const after = rivals.find((other) => other.from > q.from);
  const from = before ? borderBetween(line, before, q) : 0;
  const to = after ? borderBetween(line, q, after) : line.tokens.length;
  const dated = isDated(line, q);
  const items = line.items.filter((item) => {
    if (item.token < from || item.token >= to || item.stop || joint.test(item.key) || (item.token >= q.from && item.token < q.to)) return false;
    if (dated && (item.quantity >= 0 || line.months().has(item.token))) return false;
    const own = item.quantity >= 0 ? line.quantities[item.quantity] : undefined;
    return own === undefined || !comparable(own, q);
  });
  const shared = !before && after !== undefined && startsRow(line, borderBetween(line, q, after), after);
  const head = shared ? [] : items.filter((item) => item.token < q.from).slice(-reach);
  return new Set([...head, ...items.filter((item) => item.token >= q.to).slice(0, reach)].map((item) => item.key));
}

/** The next figure has no words before it: "7.4 hours in young men and 11.2 hours in elderly women". */
const startsRow = (line: Line, border: number, next: Quantity): boolean =>
  !line.items.some((item) => item.token >= border && item.token < next.from && !item.stop && !joint.test(item.key));

const isDated = (line: Line, q: Quantity): boolean => q.kind === "year" || [q.from - 1, q.to, q.from - 2].some((at) => line.months().has(at));

/** Token index where the words of the first figure end and those of the second begin. */
function borderBetween(line: Line, first: Quantity, second: Quantity): number {
  for (let at = first.to; at < second.from; at++) if (joint.test(line.tokens[at]?.lower ?? "")) return at;
  return Math.ceil((first.to + second.from) / 2);
}

/** Greatest share of the words' weight that stands with the figure at one of its places in the passage. */
function association(c: Case, q: Quantity, words: ReadonlySet<string>): number {
  let total = 0;
  for (const key of words) total += idfOf(c.analysis, key);
  if (total === 0) return 0;
  let best = 0;
  for (const line of c.analysis.lines) {
    for (const p of line.quantities) {
      const { grade } = matchQuantity(q, p);
      if (grade !== "full" && grade !== "bare") continue;
      let sum = 0;
      for (const key of wordsOf(line, p)) if (words.has(key)) sum += idfOf(c.analysis, key);
      best = Math.max(best, sum / total);
    }
  }
  return best;
}
