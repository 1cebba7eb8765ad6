// Whether the words that an engine showed of a page stand on it, and which stretches of the page answer instead of them.
import { splitSentences } from "../../claims/core/sentences";
import type { FoundSource } from "../../sources/schema";
import { quoteFinder } from "./anchor";

type Passage = FoundSource["passages"][number];
export type SnippetState = "stands" | "in_part" | "altered" | "missing";
/**
 * altered: a sentence reads almost the same on the page and states other facts. Counts are of whole sentences of four words or more.
 * `places`: where they stand in the page's text.
 */
export type SnippetLook = { state: SnippetState; found: number; shown: number; places: { start: number; end: number }[] };

/** Fewer words stand on many pages by chance. */
const leastWords = 4;
/** An engine may show a whole article; so many sentences tell as much as all. */
const mostSentences = 60;

/** Looks for the snippet's sentences, taken from the stretches of it that are whole. Null: it has none to look for. */
export function lookForSnippet(page: string, snippet: string, whole: readonly { start: number; end: number }[]): SnippetLook | null {
  const sentences = whole
    .flatMap(({ start, end }) => splitSentences(snippet, start, end))
    .map((sentence) => sentence.text.trim())
    .filter((sentence) => (sentence.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= leastWords);
  const distinct = [...new Set(sentences)].slice(0, mostSentences);
  if (distinct.length === 0) return null;
  const find = quoteFinder(page);
  const looked = distinct.map((sentence) => find(sentence));
  const places = looked.flatMap(({ anchor }) => (anchor ? [{ start: anchor.start, end: anchor.end }] : []));
  const altered = looked.some(({ near }) => near !== null);
  const state = altered ? "altered" : places.length === distinct.length ? "stands" : places.length > 0 ? "in_part" : "missing";
  return { state, found: places.length, shown: distinct.length, places };
}

const passageLength = 900;
const mostPassages = 12;

/**
 * Stretches of a page that answer, cut at sentence ends, best first: those that hold the words an engine showed, then those that hold most of
 * the topics (lower case). Never empty where the page has a sentence that was shown or a topic.
 */
export function pagePassages(
  page: string,
  places: readonly { start: number; end: number }[],
  topics: readonly string[],
  pageStarts: readonly number[] | null = null,
): Passage[] {
  return gather(page)
    .map((range) => {
      const words = page.slice(range.start, range.end).toLowerCase();
      const shown = places.filter((place) => place.start < range.end && range.start < place.end).length;
      return {
        ...range,
        page: pageAt(pageStarts, range.start),
        heading: null,
        score: 1 + topics.filter((topic) => words.includes(topic)).length + 2 * shown,
      };
    })
    .filter((passage) => passage.score > 1)
    .sort((a, b) => b.score - a.score || a.start - b.start)
    .slice(0, mostPassages);
}

/** Number of the page, from 1, on which an offset of a PDF's text stands. */
function pageAt(starts: readonly number[] | null, offset: number): number | null {
  return starts === null ? null : Math.max(1, starts.filter((start) => start <= offset).length);
}

/** Sentences gathered to about a paragraph. */
function gather(text: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const sentence of splitSentences(text, 0, text.length)) {
    const last = ranges.at(-1);
    const paragraphEnds = last !== undefined && /\n\s*\n/.test(text.slice(last.end, sentence.start)) && last.end - last.start > passageLength / 3;
    if (last && !paragraphEnds && sentence.end - last.start <= passageLength) last.end = sentence.end;
    else ranges.push({ start: sentence.start, end: sentence.end });
  }
  return ranges;
}
