// Cuts running text into sentences without losing an offset: text.slice(start, end) === sentence, in order, never overlapping.
// A full stop ends a sentence only where neither an abbreviation, an initial, a list number nor a decimal explains it.
import { abbreviationsBeforeAnything, abbreviationsThatMayEnd, sentenceOpeners } from "./sentence-words";

export type Sentence = { start: number; end: number; text: string };

/** Linking inside a sentence is quadratic in the worst case, so a longer one is cut at a semicolon, a comma or a blank. */
const longestSentence = 1500;
const candidate = /[.!?…]+(?:["'”’»)\]]+|\[\d{1,3}(?:[,–-]\d{1,3})*\])*(?=\s|$)|[a-z)]{2}[.]\d{1,3}(?:[,–-]\d{1,3})*(?=\s+[A-Z])|[。！？]|\n/g;
const blockStart = /^[ \t]*(?:#{1,6}\s|[-*•◦▪–]\s|\d{1,2}[.)]\s|\||>\s|```)/;
const window = 60;
const lineWindow = 200;

/** Splits `text` between the offsets `start` and `end` (default: all of it); white space around a sentence belongs to none. */
export function splitSentences(text: string, start = 0, end = text.length): Sentence[] {
  const found: Sentence[] = [];
  let from = start;
  candidate.lastIndex = start;
  for (let match = candidate.exec(text); match && match.index < end; match = candidate.exec(text)) {
    const stop = Math.min(match.index + match[0].length, end);
    if (match[0] === "\n" ? endsBlock(text, from, match.index, end) : endsSentence(text, from, match.index, match[0], stop, end)) {
      addTrimmed(found, text, from, stop);
      from = stop;
    }
  }
  addTrimmed(found, text, from, end);
  return found;
}

function endsBlock(text: string, from: number, newline: number, end: number): boolean {
  const next = text.slice(newline + 1, Math.min(newline + 1 + lineWindow, end));
  if (/^[ \t\r]*(?:\n|$)/.test(next) || blockStart.test(next) || isRow(next.split("\n", 1)[0] ?? "")) return true;
  const lineStart = Math.max(from, text.lastIndexOf("\n", newline - 1) + 1);
  const line = text.slice(lineStart, newline).trim();
  if (/^(?:#{1,6}\s|\|)/.test(line) || isRow(line)) return true;
  // A short line without an ending before a capital is a heading that the extraction left unmarked.
  return line.length > 0 && line.length <= 50 && text.slice(from, lineStart).trim() === "" && !/[,;:\-–(]$/.test(line) && /^[ \t]*[A-Z]/.test(next);
}

// Cells between bars, as rows of HTML tables are written out.
function isRow(line: string): boolean {
  return / \| /.test(line);
}

function endsSentence(text: string, from: number, index: number, mark: string, stop: number, end: number): boolean {
  if (!mark.includes(".") || /^[!?…]/.test(mark)) return !/^\s+[a-z]/.test(text.slice(stop, Math.min(stop + 4, end))) || mark.startsWith("。");
  if (/^[a-z)]/.test(mark)) return true;
  const next = text.slice(stop, Math.min(stop + window, end)).trimStart();
  if (next === "") return true;
  const before = text.slice(Math.max(from, index - window), index);
  const word = /[^\s([{"“'‘|]*$/.exec(before)?.[0] ?? "";
  const lower = word.toLowerCase();
  const nextWord = /^[\p{L}\p{N}'’-]+/u.exec(next)?.[0] ?? "";
  if (/^\d{1,2}$/.test(word) && text.slice(from, index).trim() === word) return false;
  if (abbreviationsBeforeAnything.has(lower)) return false;
  if (/^(?:nos?|max|min)$/.test(lower) && /^\d/.test(next)) return false;
  const mayEnd =
    abbreviationsThatMayEnd.has(lower) ||
    /^(?:\p{L}\.)+\p{L}$/u.test(word) ||
    (/^\p{Lu}$/u.test(word) && !/\d\s?$/.test(before.slice(0, before.length - word.length)));
  if (mayEnd) return sentenceOpeners.has(nextWord);
  if (/^\p{Ll}/u.test(next)) return /^\p{Ll}{5,}$/u.test(lower) || /^\p{Ll}{1,2}(?=[\p{Lu}\d])/u.test(nextWord);
  return true;
}

function addTrimmed(found: Sentence[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  while (end - start > longestSentence) {
    const cut = cutBefore(text, start, start + longestSentence);
    found.push({ start, end: cut, text: text.slice(start, cut).trimEnd() });
    const last = found[found.length - 1];
    if (last) last.end = last.start + last.text.length;
    start = cut;
    while (start < end && /\s/.test(text.charAt(start))) start++;
  }
  if (end > start) found.push({ start, end, text: text.slice(start, end) });
}

function cutBefore(text: string, start: number, limit: number): number {
  const half = start + longestSentence / 2;
  for (const mark of ["; ", ", ", " "]) {
    const at = text.lastIndexOf(mark, limit - mark.length);
    if (at >= half) return at + mark.length;
  }
  // Never between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
}
