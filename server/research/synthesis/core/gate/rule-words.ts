// Words: between the same neighbours the sentence has one of the passage's own words where the passage has another of them. "Aspirin was superior
// to warfarin" is made of the passage's words when the passage says "warfarin was superior to aspirin". What stands nowhere in the passage is
// left alone here, as most of it is a synonym; medicines and members of one class are not.
import { type Candidate, type Case, equalsOf } from "./case";
import { areOneMember, excludeEachOther, isMedicine } from "./classes";
import { type Finding, finding } from "./finding";
import { type Gap, gapsOf } from "./gaps";
import type { Item, Line } from "./line";
import { isNameAt } from "./names";
import { directionsOf } from "./opposites";
import { areSynonyms, isStandIn } from "./synonyms";
import { isPointedAt } from "./taken-up";

const leastCoverage = 0.55;
const leastMatched = 2;
const sentenceGap = 4;
const passageGap = 5;
const mostWords = 2;
const shortPassage = 12;
const nearLines = 3;
const nearCopy = 0.85;

/** Words of the passage that stand in each other's place. */
export function checkWords(c: Case): Finding[] {
  if (c.coverage < leastCoverage) return [];
  let first: Finding | null = null;
  for (const candidate of equalsOf(c, 0.92)) {
    const clash = clashIn(c, candidate);
    if (clash === null) return [];
    first ??= clash;
  }
  return first === null ? [] : [first];
}

function clashIn(c: Case, { matches, line, index }: Candidate): Finding | null {
  const content = matches.filter((match) => !(c.line.items[match.a]?.stop ?? true)).length;
  if (content < leastMatched) return null;
  const gaps = gapsOf(matches, c.line, line);
  for (const gap of gaps) {
    const places = facing(c.line, line, gap);
    if (places === null) continue;
    const [x, y] = [c.line.items[places.a], line.items[places.b]];
    if (!x || !y || !clashes(c, { line, index }, places, gap, gaps)) continue;
    return finding("word", true, "{s} stands where the passage has {p}.", wordAt(c.line, x), wordAt(line, y));
  }
  return null;
}

const wordAt = (line: Line, item: Item): string => line.tokens[item.token]?.text ?? "";
const lowerAt = (line: Line, item: Item): string => line.tokens[item.token]?.lower ?? "";

/** The two content words that face each other: each directly beside the same neighbour, on the left or on the right. */
function facing(a: Line, b: Line, gap: Gap): { a: number; b: number } | null {
  const aSize = gap.aTo - gap.aFrom;
  const bSize = gap.bTo - gap.bFrom;
  if (aSize === 0 || bSize === 0) return null;
  const [atStart, atEnd] = [gap.aFrom === 0 || gap.bFrom === 0, gap.aTo === a.items.length || gap.bTo === b.items.length];
  if ((atStart && atEnd) || (!atStart && !atEnd && (aSize > sentenceGap || bSize > passageGap))) return null;
  const words = (line: Line, from: number, to: number): number[] =>
    Array.from({ length: to - from }, (_, k) => from + k).filter((at) => isWord(line.items[at]));
  const [own, theirs] = [words(a, gap.aFrom, gap.aTo), words(b, gap.bFrom, gap.bTo)];
  if (own.length === 0 || theirs.length === 0 || own.length > mostWords) return null;
  if (!atStart && !atEnd && theirs.length > mostWords) return null;
  const left = !atStart && own[0] === gap.aFrom && theirs[0] === gap.bFrom;
  const right = !atEnd && own.at(-1) === gap.aTo - 1 && theirs.at(-1) === gap.bTo - 1;
  if (right) return { a: gap.aTo - 1, b: gap.bTo - 1 };
  return left ? { a: gap.aFrom, b: gap.bFrom } : null;
}

const isWord = (item: Item | undefined): boolean => item !== undefined && !item.stop && item.quantity < 0;

type Place = Pick<Candidate, "line" | "index">;

function clashes(c: Case, { line: other, index }: Place, at: { a: number; b: number }, gap: Gap, gaps: readonly Gap[]): boolean {
  const [x, y] = [c.line.items[at.a], other.items[at.b]];
  if (!x || !y) return false;
  const [own, theirs] = [lowerAt(c.line, x), lowerAt(other, y)];
  if (x.key === y.key || areAlike(own, theirs) || hasKey(other, gap.bFrom, gap.bTo, x.key) || hasKey(c.line, gap.aFrom, gap.aTo, y.key)) return false;
  if (isNameAt(c.line, x.token, c.analysis.lowerSeen) && isNameAt(other, y.token, c.analysis.lowerSeen)) return false;
  if ((isMedicine(own) && isMedicine(theirs)) || excludeEachOther(own, theirs)) return !movedOnly(c, other, at, gaps);
  if (isTakenUp(c, other, index, x, y) || (gap.bFrom === 0 && isSubjectNamedBefore(c, other, gap, index, x))) return false;
  if (c.analysis.context.keys.has(x.key) || !standsNear(c, x.key, index) || isStandIn(theirs) || isStandIn(own)) return false;
  return !movedOnly(c, other, at, gaps);
}

/** "The Rule has a prologue", where the passage's sentence begins with "it". */
function isSubjectNamedBefore(c: Case, other: Line, { bTo }: Gap, index: number, x: Item): boolean {
  const until = other.items[bTo]?.token ?? other.tokens.length;
  const opened = other.tokens.slice(0, until).some((token) => /^(?:it|he|she|they|its|his|her|their|this|these)$/.test(token.lower));
  return opened && (c.analysis.postings.get(x.key) ?? []).some((at) => at < index);
}

/** "The bacterium", where the sentence has the name that was given to it before. */
function isTakenUp(c: Case, other: Line, index: number, x: Item, y: Item): boolean {
  return isPointedAt(other, y.token) && !other.keys.has(x.key) && (c.analysis.postings.get(x.key) ?? []).some((at) => at < index);
}

/** On a long page most words stand somewhere. */
function standsNear(c: Case, key: string, index: number): boolean {
  const lines = c.analysis.postings.get(key) ?? [];
  return c.analysis.lines.length <= shortPassage || c.coverage >= nearCopy ? lines.length > 0 : lines.some((at) => Math.abs(at - index) <= nearLines);
}

const hasKey = (line: Line, from: number, to: number, key: string): boolean => line.items.slice(from, to).some((item) => item.key === key);

/** One word in two forms, two words for one thing, or two words for one direction. */
function areAlike(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  if (shared >= 5 || areSynonyms(a, b) || areOneMember(a, b)) return true;
  return directionsOf(a).some((x) => directionsOf(b).some((y) => x.pair === y.pair && x.side === y.side));
}

/**
 * A phrase put elsewhere leaves two words facing that have nothing to do with each other. They are exchanged, and not moved, where the sentence has
 * y again facing x; where it has no y at all, x may not stand beside the same word in the passage.
 */
function movedOnly(c: Case, other: Line, at: { a: number; b: number }, gaps: readonly Gap[]): boolean {
  const [x, y] = [c.line.items[at.a]?.key, other.items[at.b]?.key];
  if (!c.line.items.some((item) => item.key === y))
    return isKnownCompound(c, at.a) || neighboursOf(c.line, at.a).some((key) => key !== x && hasPair(other, x ?? "", key));
  return !gaps.some((gap) => {
    const places = facing(c.line, other, gap);
    return places !== null && c.line.items[places.a]?.key === y && other.items[places.b]?.key === x;
  });
}

/** "live streaming": the word stands directly before the same one somewhere in the passage. */
function isKnownCompound(c: Case, at: number): boolean {
  const [x, next] = [c.line.items[at], c.line.items[at + 1]];
  if (!x || !next || next.stop) return false;
  return (c.analysis.postings.get(x.key) ?? []).some((index) => {
    const items = c.analysis.lines[index]?.items ?? [];
    return items.some((item, k) => item.key === x.key && items[k + 1]?.key === next.key);
  });
}

const contentKeys = (line: Line): string[] => line.items.flatMap((item) => (item.stop ? [] : [item.key]));

function neighboursOf(line: Line, at: number): string[] {
  const before = line.items.slice(0, at).findLast((item) => !item.stop);
  const after = line.items.slice(at + 1).find((item) => !item.stop);
  return [before, after].flatMap((item) => (item ? [item.key] : []));
}

function hasPair(line: Line, one: string, two: string): boolean {
  const keys = contentKeys(line);
  return keys.some((key, k) => key === one && (keys[k - 1] === two || keys[k + 1] === two));
}
