// Exchange: aligned with every number standing for any number and every name for any name, the sentence must show the passage's own in each place.
import { alignBy } from "./align";
import { type Case, equalsOf, itemWeights } from "./case";
import { type Finding, finding } from "./finding";
import type { Line } from "./line";
import { matchQuantity } from "./match-quantity";
import { isNameAt } from "./names";
import { sameName } from "./same-name";

const leastCoverage = 0.6;
const mostCandidates = 3;
const wildWeight = 0.7;
const reach = 6;

type Kind = "number" | "name" | "word";

function kindsOf(c: Case, line: Line): Kind[] {
  return line.items.map((item) => (item.quantity >= 0 ? "number" : !item.stop && isNameAt(line, item.token, c.analysis.lowerSeen) ? "name" : "word"));
}

/** Numbers or names that stand in each other's place. Needs two of a kind in the sentence. */
export function checkExchange(c: Case): Finding[] {
  if (c.coverage < leastCoverage) return [];
  const kinds = kindsOf(c, c.line);
  if (kinds.filter((kind) => kind === "number").length < 2 && kinds.filter((kind) => kind === "name").length < 2) return [];
  let first: Finding | null = null;
  for (const candidate of equalsOf(c, 0.9).slice(0, mostCandidates)) {
    const clash = exchangedIn(c, kinds, candidate.line);
    if (clash === null) return [];
    first ??= clash;
  }
  return first === null ? [] : [first];
}

function exchangedIn(c: Case, kinds: readonly Kind[], other: Line): Finding | null {
  const theirs = kindsOf(c, other);
  const weights = itemWeights(c.line, c.analysis).map((weight, index) => (kinds[index] === "word" ? weight : wildWeight));
  const pairs = alignBy(c.line.items.length, other.items.length, weights, (i, j) => {
    const kind = kinds[i] ?? "word";
    return kind === theirs[j] && (kind !== "word" || c.line.items[i]?.key === other.items[j]?.key);
  });
  const equal = pairs.matches.map(({ a, b }) => isEqual(c, other, a, b));
  const wrong = pairs.matches.flatMap((match, k) => (equal[k] ? [] : [{ match, k }]));
  const places = wrong.map((w) => w.match.a);
  if (wrong.length < 2 || isListOrder(c, places) || wereReordered(c, kinds, other, pairs.matches, places)) return null;
  const moved = wrong.filter(({ match, k }) => other.keys.has(c.line.items[match.a]?.key ?? "") && framed(pairs.matches, equal, k));
  const [clash] = moved;
  if (moved.length < 2 || !clash) return null;
  const words = (line: Line, item: number): string => line.tokens[line.items[item]?.token ?? -1]?.text ?? "";
  return finding("exchange", true, "{s} stands where the passage has {p}.", words(c.line, clash.match.a), words(other, clash.match.b));
}

function isEqual(c: Case, other: Line, a: number, b: number): boolean {
  const [x, y] = [c.line.items[a], other.items[b]];
  if (!x || !y || x.key === y.key) return true;
  if (x.quantity < 0 || y.quantity < 0) return sameName(c, c.line, x.token, other, y.token);
  const [q, p] = [c.line.quantities[x.quantity], other.quantities[y.quantity]];
  return q !== undefined && p !== undefined && ["full", "bare"].includes(matchQuantity(q, p).grade);
}

/** True when other things moved along: then a clause was put elsewhere, and its numbers and names with it. */
function wereReordered(c: Case, kinds: readonly Kind[], other: Line, matches: readonly { a: number }[], places: readonly number[]): boolean {
  if (new Set(places.map((at) => kinds[at])).size > 1) return true;
  const placed = new Set(matches.map((match) => match.a));
  return c.line.items.some((item, at) => {
    const near = places.some((place) => Math.abs(place - at) <= reach);
    return near && !item.stop && !placed.has(at) && other.keys.has(item.key);
  });
}

/** True when the next matched neighbour on at least one side is equal and adjacent in both sentences. */
function framed(matches: readonly { a: number; b: number }[], equal: readonly boolean[], k: number): boolean {
  const at = matches[k];
  return [k - 1, k + 1].some((n) => {
    const near = matches[n];
    return at !== undefined && near !== undefined && equal[n] === true && Math.abs(near.a - at.a) === 1 && Math.abs(near.b - at.b) === 1;
  });
}

/** Members of one list or range in another order: between them stand commas, "and", "or", "to" and other members. */
function isListOrder(c: Case, items: readonly number[]): boolean {
  const tokens = items.map((item) => c.line.items[item]?.token ?? 0);
  const inside = c.line.tokens.slice(Math.min(...tokens), Math.max(...tokens) + 1);
  const members = new Set(tokens);
  let joints = 0;
  for (const [offset, token] of inside.entries()) {
    if (members.has(Math.min(...tokens) + offset)) continue;
    if (!/^(?:,|and|or|&|\/|-|to)$/.test(token.lower) && !(token.kind === "number" || /^\p{Lu}/u.test(token.text))) return false;
    if (/^(?:,|and|or|&|\/|-|to)$/.test(token.lower)) joints++;
  }
  return joints > 0;
}
