// Alignment in which any number may stand for any number and any name for any name: it shows what stands in a thing's place.
import { alignBy, type Match } from "./align";
import { type Case, itemWeights } from "./case";
import type { Line } from "./line";
import { matchQuantity } from "./match-quantity";
import { isNameAt } from "./names";
import { sameName } from "./same-name";

const wildWeight = 0.7;
const reach = 6;
/** What fits is taken before what only may stand there. */
const otherShare = 0.9;

export type Kind = "number" | "name" | "word";
export type WildAlignment = {
  matches: Match[];
  coverage: number;
  /** Per match: the same word, quantity or name on both sides. */
  equal: boolean[];
};

/** What each item of a sentence is. */
export function kindsOf(c: Case, line: Line): Kind[] {
  return line.items.map((item) => (item.quantity >= 0 ? "number" : !item.stop && isNameAt(line, item.token, c.analysis.lowerSeen) ? "name" : "word"));
}

/** Aligns the case's sentence with one of the passage. With `kinds` that hold no name, names must be the same. */
export function alignWild(c: Case, kinds: readonly Kind[], other: Line): WildAlignment {
  const theirs = kindsOf(c, other);
  const weights = itemWeights(c.line, c.analysis).map((weight, index) => (kinds[index] === "word" ? weight : wildWeight));
  const { matches, coverage } = alignBy(c.line.items.length, other.items.length, weights, (i, j) => {
    const kind = kinds[i] ?? "word";
    if (kind === "word") return theirs[j] !== "number" && c.line.items[i]?.key === other.items[j]?.key ? 1 : 0;
    if (kind !== theirs[j]) return 0;
    if (c.line.items[i]?.key === other.items[j]?.key) return 1;
    // Whether two names are one person's is costly to tell and is asked of the matches alone.
    return kind === "number" && isEqual(c, other, i, j) ? 1 : otherShare;
  });
  return { matches, coverage, equal: matches.map(({ a, b }) => isEqual(c, other, a, b)) };
}

function isEqual(c: Case, other: Line, a: number, b: number): boolean {
  const [x, y] = [c.line.items[a], other.items[b]];
  if (!x || !y || x.key === y.key) return true;
  if (x.quantity < 0 || y.quantity < 0) return sameName(c, c.line, x.token, other, y.token);
  const [q, p] = [c.line.quantities[x.quantity], other.quantities[y.quantity]];
  return q !== undefined && p !== undefined && ["full", "bare"].includes(matchQuantity(q, p).grade);
}

/** True when other things moved along: then a clause was put elsewhere, and its numbers and names with it. */
export function wereReordered(c: Case, kinds: readonly Kind[], other: Line, matches: readonly { a: number }[], places: readonly number[]): boolean {
  if (new Set(places.map((at) => kinds[at])).size > 1) return true;
  const placed = new Set(matches.map((match) => match.a));
  return c.line.items.some((item, at) => {
    const near = places.some((place) => Math.abs(place - at) <= reach);
    return near && !item.stop && !placed.has(at) && other.keys.has(item.key);
  });
}

/** Members of one list or range in another order: between them stand commas, "and", "or", "to" and other members. */
export function isListOrder(c: Case, items: readonly number[]): boolean {
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
