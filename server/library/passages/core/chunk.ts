// Cuts a document into passages: 80 to 180 words along paragraphs and sentences, never across a page or the front matter.
// A passage is a range of the text and nothing else: text.slice(start, end) is the passage.
import { atOnce } from "@/server/platform/turns";
import type { Block } from "../../documents/core/paragraphs";
import { sentenceRanges, wordCount, wordRanges } from "./words";

export type Passage = {
  readonly start: number;
  readonly end: number;
  /** From 1; null for texts without pages. */
  readonly page: number | null;
  /** The heading it stands under, with the one above where there is one. */
  readonly heading: string | null;
};

const least = 80;
const most = 180;
/** What is left of a section and shorter than this joins the passage before it. */
const scrap = 25;
const longestHeading = 300;
/** UTF-16 units. Words of thousands of letters, or rows of signs without any: what reads passages counts on their being short. */
const longest = 8_000;

type Unit = { start: number; end: number; words: number };
type Open = Unit & { page: number | null; heading: string | null };

export function chunk(text: string, blocks: readonly Block[], pageStarts: readonly number[] | null): Passage[] {
  return atOnce(chunkSteps(text, blocks, pageStarts));
}

/** The same, piece by piece. */
export function* chunkSteps(text: string, blocks: readonly Block[], pageStarts: readonly number[] | null): Generator<void, Passage[]> {
  const done: Open[] = [];
  const trail: { level: number; text: string }[] = [];
  let open: Open | undefined;
  for (const block of blocks) {
    if (block.kind === "heading") {
      open = settle(done, open);
      while (trail.length > 0 && (trail.at(-1)?.level ?? 0) >= block.level) trail.pop();
      trail.push({ level: block.level, text: headingText(text.slice(block.start, block.end)) });
      continue;
    }
    const page = pageStarts ? pageOf(pageStarts, block.start) : null;
    for (const unit of unitsOf(text, block)) {
      yield;
      if (open && open.page === page && open.words + unit.words <= most && unit.end - open.start <= longest && !isFull(open, unit)) {
        open = { ...open, end: unit.end, words: open.words + unit.words };
      } else {
        settle(done, open);
        open = { ...unit, page, heading: trailText(trail) };
      }
    }
  }
  settle(done, open);
  return done.map(({ start, end, page, heading }) => ({ start, end, page, heading }));
}

/** Enough words, and the next block would nearly fill another passage by itself. */
function isFull(open: Unit, next: Unit): boolean {
  return open.words >= least && next.words >= least;
}

function settle(done: Open[], open: Open | undefined): undefined {
  if (!open) return;
  const last = done.at(-1);
  const joins = last && last.words + open.words <= most + scrap && open.end - last.start <= longest;
  if (joins && open.words < scrap && last.heading === open.heading && last.page === open.page) {
    done[done.length - 1] = { ...last, end: open.end, words: last.words + open.words };
  } else done.push(open);
}

/** A block that fits is one unit; a longer one falls into its sentences, packed; a sentence that is too long into words. */
function* unitsOf(text: string, block: Block): Generator<Unit> {
  const whole = text.slice(block.start, block.end);
  const words = wordCount(whole);
  if (words === 0) return;
  if (words <= most && whole.length <= longest) {
    yield { start: block.start, end: block.end, words };
    return;
  }
  for (const range of sentenceRanges(whole)) {
    const sentence = whole.slice(range.start, range.end);
    const count = wordCount(sentence);
    if (count === 0) continue;
    const pieces = count <= most && sentence.length <= longest ? [{ start: 0, end: sentence.length }] : wordRanges(sentence, most - scrap);
    for (const piece of pieces) {
      const unit = trimmed(text, block.start + range.start + piece.start, block.start + range.start + piece.end);
      if (unit.words > 0) yield unit;
    }
  }
}

function trimmed(text: string, start: number, end: number): Unit {
  const raw = text.slice(start, end);
  const lead = raw.length - raw.trimStart().length;
  const kept = raw.trim();
  return { start: start + lead, end: start + lead + kept.length, words: wordCount(kept) };
}

function headingText(line: string): string {
  return line
    .slice(0, 4 * longestHeading)
    .replace(/^#{1,6}\s+|\s+#+$/g, "")
    .replace(/[*_`]{1,3}(\S(?:.*?\S)?)[*_`]{1,3}/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** The last two headings; the topmost of several is the document's own title. */
function trailText(trail: readonly { level: number; text: string }[]): string | null {
  const named = trail.filter((entry, i) => entry.level > 1 || i === trail.length - 1).slice(-2);
  const joined = named.map((entry) => entry.text).join(" › ");
  return joined === "" ? null : joined.slice(0, longestHeading);
}

/** The page, from 1, on which an offset lies. */
export function pageOf(pageStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = pageStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pageStarts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}
