// Markers in an answer's prose: "[3]", "([host](address))". What a marker vouches for is the sentence it stands in or behind.
import { splitSentences } from "../../claims/core/sentences";

export type Marker = { readonly start: number; readonly end: number; readonly numbers: readonly number[] };
type Range = { readonly start: number; readonly end: number };

const numbered = /\[(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\](?!\()/g;
/** A marker alone, with what stands around it: nothing that could be a statement. */
const onlyMarkers = /(?:\(?\[{1,2}[^\]\n]{0,200}\]{1,2}(?:\([^)\s]{0,2048}\))?\)?|[\s.,;:])+/y;

/** Bracketed numbers in the order of the text; "[1, 2]" is one marker with two numbers. */
export function numberedMarkers(text: string): Marker[] {
  return [...text.matchAll(numbered)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    numbers: (match[1] ?? "").split(/[,;]/).map(Number),
  }));
}

/** The words that a marker vouches for: its sentence up to the marker or, where it opens a sentence, the sentence before. Null when there are none. */
export function claimOfMarker(text: string, marker: Range): Range | null {
  const sentences = splitSentences(text, 0, marker.end);
  for (const sentence of sentences.reverse()) {
    if (sentence.start >= marker.end) continue;
    const end = Math.min(sentence.end, Math.max(marker.start, sentence.start));
    const words = text.slice(sentence.start, end);
    onlyMarkers.lastIndex = 0;
    const skipped = onlyMarkers.exec(words)?.[0].length ?? 0;
    if (skipped < words.length) return trimmed(text, sentence.start + skipped, end);
  }
  return null;
}

function trimmed(text: string, from: number, to: number): Range | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /[\s([]/.test(text.charAt(end - 1))) end--;
  return end > start ? { start, end } : null;
}
