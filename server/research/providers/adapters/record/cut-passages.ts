// Passages of a text: sentences gathered to about a paragraph, those first that hold most of the words a category is about.
import { splitSentences } from "../../../claims/core/sentences";
import type { FoundSource } from "../../../sources/schema";

export type Range = { readonly start: number; readonly end: number };
export type Passage = FoundSource["passages"][number];

/** A passage is about a paragraph; flattened sections have none, so sentences are gathered up to this many characters. */
const passageLength = 900;

/** Cuts a stretch of text into passages at sentence ends. */
export function cutPassages(text: string, range: Range): Range[] {
  const passages: { start: number; end: number }[] = [];
  for (const sentence of splitSentences(text, range.start, range.end)) {
    const last = passages.at(-1);
    const newParagraph = last && text.slice(last.end, sentence.start).includes("\n") && last.end - last.start > passageLength / 3;
    if (last && !newParagraph && sentence.end - last.start <= passageLength) last.end = sentence.end;
    else passages.push({ start: sentence.start, end: sentence.end });
  }
  return passages;
}

/** One plus the number of topics that stand in the range; topics in lower case. */
export function relevanceOf(text: string, { start, end }: Range, topics: readonly string[]): number {
  const words = text.slice(start, end).toLowerCase();
  return 1 + topics.filter((topic) => words.includes(topic)).length;
}

/** Passages of the whole text, best first. Those that hold no topic are left out, unless `all`. */
export function passagesAbout(
  text: string,
  topics: readonly string[],
  { heading = null, from = 0, all = false, most = 12 }: { heading?: string | null; from?: number; all?: boolean; most?: number } = {},
): Passage[] {
  return cutPassages(text, { start: from, end: text.length })
    .map((range) => ({ ...range, page: null, heading, score: relevanceOf(text, range, topics) }))
    .filter((passage) => all || passage.score > 1)
    .sort((a, b) => b.score - a.score || a.start - b.start)
    .slice(0, most);
}
