// Swaps: two words of the sentence, each among the neighbours that the other has in the passage. An alignment keeps one of the two and loses the
// rest of the clause; their neighbours show the exchange whatever was kept.
import { type Case, equalsOf } from "./case";
import { type Finding, finding } from "./finding";
import type { Line } from "./line";

const leastCoverage = 0.5;
const mostCandidates = 3;
const mostWords = 24;
const joints = /^(?:and|or|nor|,|\/|-|&)$/;
/** Said of two things, these say the same in either order. */
const mutual =
  /^(?:associated|correlated|related|linked|compared|similar|equal|equivalent|interact|interacts|versus|vs|between|married|differ|differs|both)$/;

type Place = { readonly key: string; readonly a: number; readonly b: number };

/** Two words that have changed places. */
export function checkSwaps(c: Case): Finding[] {
  if (c.coverage < leastCoverage) return [];
  let first: Finding | null = null;
  for (const { line } of equalsOf(c, 0.9).slice(0, mostCandidates)) {
    const swap = swapIn(c.line, line);
    if (swap === null) return [];
    first ??= swap;
  }
  return first === null ? [] : [first];
}

function swapIn(own: Line, other: Line): Finding | null {
  if (figuresMoved(own, other)) return null;
  const places = sharedOnce(own, other);
  for (const [k, x] of places.entries()) {
    for (const y of places.slice(k + 1)) {
      if (x.b < y.b || !areSwapped(own, other, x, y) || isJoined(own, x.a, y.a) || isMutual(own, x.a, y.a)) continue;
      const words = (line: Line, item: number): string => line.tokens[line.items[item]?.token ?? -1]?.text ?? "";
      return finding(
        "swap",
        true,
        "{s} stand the other way round in the passage.",
        `${words(own, x.a)} … ${words(own, y.a)}`,
        `${words(other, y.b)} … ${words(other, x.b)}`,
      );
    }
  }
  return null;
}

/** Where the figures changed their order as well, whole clauses did. */
function figuresMoved(own: Line, other: Line): boolean {
  const there = own.items
    .flatMap((item) => (item.quantity < 0 ? [] : [other.items.findIndex((one) => one.key === item.key)]))
    .filter((at) => at >= 0);
  return there.some((at, k) => k > 0 && at < (there[k - 1] ?? 0));
}

/** Content words that stand once in either sentence, in the order of the first. */
function sharedOnce(own: Line, other: Line): Place[] {
  const [mine, theirs] = [onceIn(own), onceIn(other)];
  const places: Place[] = [];
  for (const [key, a] of mine) {
    const b = theirs.get(key);
    if (a >= 0 && b !== undefined && b >= 0) places.push({ key, a, b });
  }
  return places.slice(0, mostWords);
}

/** "Excreted mainly" and "mainly excreted": an adverb stands before or behind. */
const isAdverb = (lower: string): boolean => lower.length > 4 && lower.endsWith("ly");

/** Item index by key, -1 for a word that stands there more than once. */
function onceIn(line: Line): Map<string, number> {
  const found = new Map<string, number>();
  line.items.forEach((item, index) => {
    if (!item.stop && item.quantity < 0 && !isAdverb(line.tokens[item.token]?.lower ?? "")) found.set(item.key, found.has(item.key) ? -1 : index);
  });
  return found;
}

function areSwapped(own: Line, other: Line, x: Place, y: Place): boolean {
  const crossed = sides(own, x.a, other, y.b, x.key, y.key) + sides(own, y.a, other, x.b, x.key, y.key);
  if (crossed < 3) return false;
  return crossed - sides(own, x.a, other, x.b) - sides(own, y.a, other, y.b) >= 2;
}

const edge = "";

/** How many of the two neighbours are the same; two words side by side are each other's neighbours when exchanged. */
function sides(own: Line, a: number, other: Line, b: number, x = edge, y = edge): number {
  let same = 0;
  for (const step of [-1, 1]) {
    const [mine, theirs] = [own.items[a + step]?.key ?? edge, other.items[b + step]?.key ?? edge];
    if (mine === theirs || (x !== edge && ((mine === x && theirs === y) || (mine === y && theirs === x)))) same++;
  }
  return same;
}

/** Members of one list. */
function isJoined(line: Line, from: number, to: number): boolean {
  const tokens = line.tokens.slice((line.items[from]?.token ?? 0) + 1, line.items[to]?.token ?? 0);
  const joined = tokens.filter((token) => joints.test(token.lower)).length;
  return tokens.length > 0 && joined > 0 && tokens.length - joined <= joined;
}

function isMutual(line: Line, from: number, to: number): boolean {
  return line.items.slice(Math.max(0, from - 2), to).some((item) => mutual.test(line.tokens[item.token]?.lower ?? ""));
}
