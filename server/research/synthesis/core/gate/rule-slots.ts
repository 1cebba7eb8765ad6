// Slots: the same words on both sides, and between them two things that exclude each other. This is what catches most falsifications.
import { type Candidate, type Case, equalsOf } from "./case";
import { type Finding, finding } from "./finding";
import { type Gap, gapsOf, gapText, tokensOf } from "./gaps";
import type { Line } from "./line";
import { matchQuantity } from "./match-quantity";
import { isNameAt } from "./names";
import { type Cue, isStrongCue } from "./negation";
import { areOpposite, quantifierOf } from "./opposites";
import { sameName } from "./same-name";

const leastCoverage = 0.5;
const sentenceGap = 4;
const passageGap = 5;
const negationGap = 3;

/** A clash in a slot, unless a sentence of the passage that reads as close has none. */
export function checkSlots(c: Case): Finding[] {
  if (c.coverage < leastCoverage) return [];
  let first: Finding | null = null;
  for (const candidate of equalsOf(c, 0.9)) {
    const clash = clashIn(c, candidate);
    if (clash === null) return [];
    first ??= clash;
  }
  return first === null ? [] : [first];
}

function clashIn(c: Case, candidate: Candidate): Finding | null {
  for (const gap of gapsOf(candidate.matches, c.line, candidate.line)) {
    const clash = slotClash(c, candidate.line, gap);
    if (clash !== null) return clash;
  }
  return null;
}

function slotClash(c: Case, other: Line, gap: Gap): Finding | null {
  const aSize = gap.aTo - gap.aFrom;
  const bSize = gap.bTo - gap.bFrom;
  const words = gapText(c.line, gap.aFrom, gap.aTo);
  const passageWords = gapText(other, gap.bFrom, gap.bTo);
  if (aSize <= negationGap && bSize <= negationGap) {
    const [a, b] = [cuesIn(c.line, gap.aFrom, gap.aTo), cuesIn(other, gap.bFrom, gap.bTo)];
    if (a.length !== b.length && (a.length === 0 || b.length === 0) && !wasMoved(c.line, other, a, b))
      return negationSlot(a.length > 0, words, passageWords);
  }
  if (aSize === 0 || bSize === 0 || aSize > sentenceGap || bSize > passageGap) return null;
  if (numbersClash(c.line, other, gap)) return finding("slot_number", true, "{s} stands where the passage has {p}.", words, passageWords);
  if (monthsClash(c.line, other, gap)) return finding("slot_month", true, "{s} stands where the passage has {p}.", words, passageWords);
  if (directionsClash(c.line, other, gap)) return finding("slot_direction", true, "{s} stands where the passage has {p}.", words, passageWords);
  if (quantifiersClash(c.line, other, gap)) return finding("slot_quantifier", true, "{s} stands where the passage has {p}.", words, passageWords);
  if (namesClash(c, other, gap)) return finding("slot_name", true, "{s} stands where the passage has {p}.", words, passageWords);
  return null;
}

function negationSlot(added: boolean, words: string, passageWords: string): Finding {
  return added
    ? finding("slot_negation", true, "{s} denies what the passage affirms in the same words.", words, passageWords)
    : finding("slot_negation", true, "The passage says {p} in the same words; the sentence leaves the denial out.", words, passageWords);
}

/** "No adjustment is needed" and "adjustment is not needed" deny the same words from different places. */
function wasMoved(own: Line, other: Line, a: readonly Cue[], b: readonly Cue[]): boolean {
  const [mine, theirs] = [own.cues().filter(isStrongCue), other.cues().filter(isStrongCue)];
  if (mine.length !== theirs.length) return false;
  const [cue] = a.length > 0 ? a : b;
  const elsewhere = (a.length > 0 ? theirs : mine).filter((one) => one !== cue);
  return cue !== undefined && elsewhere.some((one) => one.scope.some((stem) => cue.scope.includes(stem)));
}

function cuesIn(line: Line, from: number, to: number): Cue[] {
  const tokens = new Set(tokensOf(line, from, to));
  return line.cues().filter((cue) => tokens.has(cue.at) && isStrongCue(cue));
}

function quantitiesIn(line: Line, from: number, to: number): Line["quantities"] {
  return line.items.slice(from, to).flatMap((item) => {
    const quantity = line.quantities[item.quantity];
    return quantity ? [quantity] : [];
  });
}

function numbersClash(a: Line, b: Line, gap: Gap): boolean {
  const own = quantitiesIn(a, gap.aFrom, gap.aTo);
  const theirs = quantitiesIn(b, gap.bFrom, gap.bTo);
  if (own.length === 0 || theirs.length === 0) return false;
  const agrees = (q: (typeof own)[number], p: (typeof own)[number]): boolean => ["full", "bare"].includes(matchQuantity(q, p).grade);
  return own.some((q) => theirs.every((p) => !agrees(q, p))) && theirs.some((p) => own.every((q) => !agrees(q, p)));
}

function monthsClash(a: Line, b: Line, gap: Gap): boolean {
  const own = tokensOf(a, gap.aFrom, gap.aTo).flatMap((at) => a.months().get(at) ?? []);
  const theirs = tokensOf(b, gap.bFrom, gap.bTo).flatMap((at) => b.months().get(at) ?? []);
  return own.length > 0 && theirs.length > 0 && own.some((month) => !theirs.includes(month));
}

function wordsIn(line: Line, from: number, to: number): string[] {
  return tokensOf(line, from, to).flatMap((at) => {
    const token = line.tokens[at];
    return token && token.kind === "word" && !token.hyphenBefore && line.tokens[at + 1]?.text !== "-" ? [token.lower] : [];
  });
}

function directionsClash(a: Line, b: Line, gap: Gap): boolean {
  const theirs = wordsIn(b, gap.bFrom, gap.bTo);
  return wordsIn(a, gap.aFrom, gap.aTo).some((word) => !theirs.includes(word) && theirs.some((other) => areOpposite(word, other)));
}

function quantifiersClash(a: Line, b: Line, gap: Gap): boolean {
  const classes = (words: string[]): string[] => words.flatMap((word) => quantifierOf(word) ?? []);
  const own = classes(wordsIn(a, gap.aFrom, gap.aTo));
  const theirs = classes(wordsIn(b, gap.bFrom, gap.bTo));
  return own.length > 0 && theirs.length > 0 && !own.some((name) => theirs.includes(name));
}

function namesClash(c: Case, other: Line, gap: Gap): boolean {
  const nameTokens = (line: Line, from: number, to: number): number[] =>
    tokensOf(line, from, to).filter((at) => isNameAt(line, at, c.analysis.lowerSeen));
  const own = nameTokens(c.line, gap.aFrom, gap.aTo);
  const theirs = nameTokens(other, gap.bFrom, gap.bTo);
  if (own.length === 0 || theirs.length === 0) return false;
  const alike = (x: number, y: number): boolean => sameName(c, c.line, x, other, y);
  // A name that only moved inside the sentence clashes where nothing but names was exchanged.
  const clean = onlyNames(c.line, gap.aFrom, gap.aTo, own) && onlyNames(other, gap.bFrom, gap.bTo, theirs);
  if (!clean && (gap.aFrom === 0 || gap.aTo === c.line.items.length)) return false;
  const foreign = own.filter((x) => theirs.every((y) => !alike(x, y)) && (clean || !other.keys.has(c.line.tokens[x]?.stem ?? "")));
  return foreign.length > 0 && theirs.some((y) => own.every((x) => !alike(x, y)));
}

function onlyNames(line: Line, from: number, to: number, names: readonly number[]): boolean {
  return line.items.slice(from, to).every((item) => item.stop || names.includes(item.token));
}
