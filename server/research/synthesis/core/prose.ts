// Which stretches of a source read as sentences of an edition, and where they really begin and end.
import { splitSentences } from "../../claims/core/sentences";

/** A sentence of a source: `text.slice(start, end)` of the source is `quote`, `text` is how it is printed. */
export type ProseSentence = { start: number; end: number; quote: string; text: string };

const shortest = 30;
const longest = 600;
const reach = 2000;

const listMark = /^(?:[-*•·▪◦–>]+\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+(?=\p{Lu})|#{1,6}\s+)+/u;
const closing = /[.!…]["'”’)\]]*(?:\s*\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\])*$/;
const verb =
  /\b(?:is|are|was|were|has|have|had|can|may|might|should|must|will|would|does|do|did|shows?|showed|found|occurs?|causes?|increases?|reduces?|requires?|includes?|contains?|remains?|reported)\b/i;
const navigation =
  /\b(?:skip to|click here|sign in|log in|cookie|all rights reserved|table of contents|back to top|read more|subscribe|share this|page \d+ of \d+|copyright|privacy policy|terms of use)\b|©/i;
const reference =
  /\b(?:doi:|doi\.org\/|PMID:?\s*\d|ISBN\b|et al\.?[,;]? .{0,80}\b(?:19|20)\d\d\b.{0,20}$)|\b(?:19|20)\d\d;\s?\d+(?:\(\d+\))?:\s?[eE]?\d+|^\s*\[\d+\]\s|^https?:\/\//;
const fieldLine = /^[A-Z][\w -]{0,30}:\s+\S.{0,80}$|^[\w-]+:\s*$/;
const dangling =
  /^(?:However|Moreover|Furthermore|Additionally|In addition|Therefore|Thus|Hence|Also|But|And|Or|So|Yet|Then|Nevertheless|Nonetheless|Consequently|Accordingly|Conversely|Similarly|Likewise|Instead|Otherwise|Finally|Meanwhile|As a result|In contrast|By contrast|On the other hand|For example|For instance|In this|In these|In such|At this|For this|Of these|Among these|This|These|That|Those|It|Its|They|Their|He|She|His|Her|Such|Both|Neither|Either|The (?:former|latter|same|above|following))\b/;
const expletive =
  /^It (?:is|was|has been|should be|must be) (?:\w+ )?(?:recommended|important|known|estimated|indicated|advised|essential|necessary|unclear|unknown|thought|believed|possible|likely)\b/;

/** True where a sentence leans on the one before it. */
export const isDangling = (text: string): boolean => dangling.test(text) && !expletive.test(text);

/** How a raw stretch is printed: markdown marks, footnote numbers and line ends removed. */
export function printed(quote: string): string {
  return quote
    .replace(/\[([^\]]+)\]\(https?:[^)]*\)/g, "$1")
    .replace(/\*\*|__|`/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Trims white space, list marks and quotation marks of markdown from a span. */
function trim(source: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (end > start && /\s/.test(source.charAt(end - 1))) end--;
  for (;;) {
    const mark = /^\s+/.exec(source.slice(start, Math.min(end, start + 80))) ?? listMark.exec(source.slice(start, Math.min(end, start + 20)));
    if (!mark || mark[0].length === 0) break;
    start += mark[0].length;
  }
  return { start, end };
}

/** True for running prose: no heading, table row, reference, navigation, metadata line or question, 30 to 600 characters. */
export function isProse(text: string): boolean {
  if (text.length < shortest || text.length > longest) return false;
  if (/\?["'”’)]*$/.test(text) || /^[|#]|\s\|\s|\t.*\t|\.{4,}/.test(text)) return false;
  if (!/^["'“‘(]?[\p{Lu}\d]/u.test(text) && !/^[a-z]+\p{Lu}/u.test(text)) return false;
  if (navigation.test(text) || reference.test(text)) return false;
  const words = text.split(" ");
  if (words.length < 5) return false;
  if (!closing.test(text) && (words.length < 8 || !verb.test(text) || fieldLine.test(text))) return false;
  const letters = text.replace(/[^\p{L}]/gu, "");
  const digits = text.replace(/\D/g, "").length;
  if (letters.length < text.length * 0.45 || digits > text.length * 0.3) return false;
  return letters.replace(/[^\p{Lu}]/gu, "").length <= letters.length * 0.5;
}

/** Offset behind a document's front matter ("---" block at its start), or 0. */
export function frontMatterEnd(text: string): number {
  const block = /^﻿?\s*---[ \t]*\r?\n[\s\S]{0,4000}?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  return block ? block[0].length : 0;
}

/** Sentences of a source between two offsets, widened to whole sentences, trimmed, in order; not yet judged by `isProse`. */
export function sentencesBetween(source: string, start: number, end: number): ProseSentence[] {
  const floor = frontMatterEnd(source);
  const from = Math.max(floor, openingBefore(source, start));
  const to = Math.min(source.length, end + reach);
  return splitSentences(source, from, to).flatMap((sentence) => {
    if (sentence.end <= start || sentence.start >= end) return [];
    const span = trim(source, sentence.start, sentence.end);
    if (span.end <= span.start) return [];
    const quote = source.slice(span.start, span.end);
    return [{ ...span, quote, text: printed(quote) }];
  });
}

/** A line start well before `start`, so that splitting does not begin inside a sentence. */
function openingBefore(source: string, start: number): number {
  const paragraph = source.lastIndexOf("\n\n", start);
  if (paragraph >= 0 && start - paragraph <= reach) return paragraph;
  return start <= reach ? 0 : Math.max(0, source.lastIndexOf("\n", start - reach));
}

/** The sentence before a span in the same paragraph, or null. */
export function predecessorOf(source: string, start: number): ProseSentence | null {
  const from = Math.max(frontMatterEnd(source), openingBefore(source, start));
  return sentencesBetween(source, from, start).findLast((sentence) => sentence.end <= start) ?? null;
}
