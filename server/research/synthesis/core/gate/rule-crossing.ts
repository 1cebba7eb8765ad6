// Crossing: two numbers or two names of the sentence stand in one passage sentence, but each beside the other's words.
import { type Candidate, type Case, equalsOf } from "./case";
import { type Finding, finding } from "./finding";
import type { Line } from "./line";

const leastCoverage = 0.6;
const reach = 3;
const mostItems = 12;
const joints = new Set([",", "and", "or", "&", "/", "-", "to"]);

type Place = { own: number; there: number };

/** Numbers or names exchanged inside one passage sentence. */
export function checkCrossing(c: Case): Finding[] {
  if (c.coverage < leastCoverage) return [];
  let first: Finding | null = null;
  for (const candidate of equalsOf(c, 0.92)) {
    const crossed = crossedIn(c, candidate);
    if (crossed === null) return [];
    first ??= crossed;
  }
  return first === null ? [] : [first];
}

function crossedIn(c: Case, candidate: Candidate): Finding | null {
  const nameTokens = new Set(c.names.flatMap((span) => span.tokens));
  const groups = [
    c.line.items.flatMap((item, index) => (item.quantity >= 0 ? [index] : [])),
    c.line.items.flatMap((item, index) => (item.quantity < 0 && nameTokens.has(item.token) ? [index] : [])),
  ];
  for (const group of groups) {
    const places = group.slice(0, mostItems).flatMap((own) => placeOf(c.line, candidate.line, own));
    for (let i = 0; i < places.length; i++) {
      for (let k = i + 1; k < places.length; k++) {
        const [x, y] = [places[i], places[k]];
        if (x && y && isCrossed(c.line, candidate.line, x, y)) {
          const [a, b] = [wordAt(c.line, x.own), wordAt(c.line, y.own)];
          return finding(
            "crossing",
            true,
            "{s} stand the other way round in the passage.",
            `${a} … ${b}`,
            `${wordAt(candidate.line, Math.min(x.there, y.there))} … ${wordAt(candidate.line, Math.max(x.there, y.there))}`,
          );
        }
      }
    }
  }
  return null;
}

const wordAt = (line: Line, item: number): string => line.tokens[line.items[item]?.token ?? -1]?.text ?? "";

/** The one place of an item in the passage sentence; several places say nothing. */
function placeOf(line: Line, other: Line, own: number): Place[] {
  const key = line.items[own]?.key;
  const there = other.items.flatMap((item, index) => (item.key === key ? [index] : []));
  const [only] = there;
  return there.length === 1 && only !== undefined && line.items.filter((item) => item.key === key).length === 1 ? [{ own, there: only }] : [];
}

function isCrossed(line: Line, other: Line, x: Place, y: Place): boolean {
  if (inList(line, x.own, y.own) || inList(other, x.there, y.there) || x.there === y.there) return false;
  return pullsAway(line, other, x, y) && pullsAway(line, other, y, x);
}

/** True when most of the words beside x, and not beside y, stand nearer to y in the passage. */
function pullsAway(line: Line, other: Line, x: Place, y: Place): boolean {
  let toOther = 0;
  let toSelf = 0;
  for (let k = Math.max(0, x.own - reach); k <= Math.min(line.items.length - 1, x.own + reach); k++) {
    const item = line.items[k];
    if (!item || item.stop || k === x.own || k === y.own || Math.abs(k - y.own) <= Math.abs(k - x.own)) continue;
    let best: number | null = null;
    other.items.forEach((there, index) => {
      if (there.key === item.key && (best === null || Math.abs(index - x.there) < Math.abs(best - x.there))) best = index;
    });
    if (best === null) continue;
    if (Math.abs(best - y.there) < Math.abs(best - x.there)) toOther++;
    else toSelf++;
  }
  return toOther > toSelf;
}

/** Items of one list ("X, Y and Z") or an acronym in brackets behind its name may stand in any order. */
function inList(line: Line, one: number, two: number): boolean {
  const [from, to] = one < two ? [one, two] : [two, one];
  const [first, last] = [line.items[from]?.token ?? 0, line.items[to]?.token ?? 0];
  if (line.tokens[last - 1]?.text === "(") return true;
  let gap = 0;
  for (let at = first + 1; at < last; at++) {
    const token = line.tokens[at];
    if (!token || joints.has(token.lower)) continue;
    gap++;
    if (gap > 0 && !/^\p{Lu}/u.test(token.text)) return false;
  }
  return true;
}
