// The stretch of a text nearest to a quote by edit distance. Regions come from shared words, the distance from Sellers' algorithm
// (Sellers 1980: approximate matching of a pattern anywhere in a text).
import type { MappedText } from "./anchor-text";

export type NearSpan = { from: number; to: number; score: number };

const longestQuote = 2000;
const mostRegions = 4;
const word = /[\p{L}\p{N}]+/gu;

type Place = { from: number; to: number };

function wordsOf(text: string): (Place & { word: string })[] {
  return [...text.matchAll(word)].map((m) => ({ from: m.index, to: m.index + m[0].length, word: m[0].toLowerCase() }));
}

type Words = { readonly places: ReturnType<typeof wordsOf>; readonly known: ReadonlySet<string> };
/** Many quotes are looked for in one text. */
const wordsByText = new WeakMap<MappedText, Words>();

function wordsIn(text: MappedText): Words {
  const ready = wordsByText.get(text);
  if (ready) return ready;
  const places = wordsOf(text.normal);
  const made = { places, known: new Set(places.map((place) => place.word)) };
  wordsByText.set(text, made);
  return made;
}

/** Regions that hold most words of the quote, best first, not overlapping. */
function regionsOf(quote: string, mapped: MappedText): Place[] {
  const text = mapped.normal;
  const wanted = wordsOf(quote);
  const { places, known } = wordsIn(mapped);
  if (wanted.filter(({ word: one }) => known.has(one)).length * 10 < wanted.length * 6) return [];
  const need = new Map<string, number>();
  for (const { word: one } of wanted) need.set(one, (need.get(one) ?? 0) + 1);
  const size = wanted.length + Math.ceil(wanted.length / 8);
  const seen = new Map<string, number>();
  let held = 0;
  const counts: { at: number; held: number }[] = [];
  places.forEach((place, index) => {
    const n = (seen.get(place.word) ?? 0) + 1;
    seen.set(place.word, n);
    if (n <= (need.get(place.word) ?? 0)) held++;
    const old = places[index - size];
    if (old) {
      const m = seen.get(old.word) ?? 0;
      if (m <= (need.get(old.word) ?? 0)) held--;
      seen.set(old.word, m - 1);
    }
    if (held * 10 >= wanted.length * 6) counts.push({ at: index, held });
  });
  counts.sort((a, b) => b.held - a.held || a.at - b.at);
  const chosen: Place[] = [];
  for (const { at } of counts) {
    const from = Math.max(0, (places[Math.max(0, at - size)]?.from ?? 0) - 20);
    const to = Math.min(text.length, (places[at]?.to ?? 0) + Math.ceil(quote.length * 0.15) + 20);
    if (chosen.some((one) => one.from < to && from < one.to)) continue;
    chosen.push({ from, to });
    if (chosen.length === mostRegions) break;
  }
  return chosen;
}

/** Best stretch of `region` for the whole quote: fewest edits, then longest. */
function nearestIn(quote: string, region: string): NearSpan {
  const width = region.length + 1;
  let before = new Int32Array(width);
  let origin = Int32Array.from({ length: width }, (_, j) => j);
  for (let i = 1; i <= quote.length; i++) {
    const row = new Int32Array(width);
    const from = new Int32Array(width);
    row[0] = i;
    for (let j = 1; j < width; j++) {
      const change = (before[j - 1] ?? 0) + (quote.charCodeAt(i - 1) === region.charCodeAt(j - 1) ? 0 : 1);
      const drop = (before[j] ?? 0) + 1;
      const put = (row[j - 1] ?? 0) + 1;
      const least = Math.min(change, drop, put);
      row[j] = least;
      from[j] = (least === change ? origin[j - 1] : least === drop ? origin[j] : from[j - 1]) ?? 0;
    }
    before = row;
    origin = from;
  }
  // Ending on the quote's own last word is worth two edits, so that a word left out before it does not cost it.
  const last = /[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u.exec(quote)?.[0] ?? quote;
  const value = (j: number): number => (before[j] ?? 0) - (region.endsWith(last, j) ? 2 : 0);
  let to = 0;
  for (let j = 1; j < width; j++) if (value(j) <= value(to)) to = j;
  return { from: origin[to] ?? 0, to, score: 1 - (before[to] ?? quote.length) / quote.length };
}

/** Widens a stretch to whole words and drops blanks at its ends. */
function snap(text: string, span: NearSpan): NearSpan {
  let { from, to } = span;
  while (from > 0 && /[\p{L}\p{N}]/u.test(text.charAt(from)) && /[\p{L}\p{N}]/u.test(text.charAt(from - 1))) from--;
  while (to < text.length && /[\p{L}\p{N}]/u.test(text.charAt(to)) && /[\p{L}\p{N}]/u.test(text.charAt(to - 1))) to++;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return { from, to, score: span.score };
}

/** Stretches of the text near the quote, best first. Quotes over 2,000 characters have none. */
export function nearSpans(quote: string, text: MappedText): NearSpan[] {
  if (quote.length > longestQuote || quote.length < 12) return [];
  return regionsOf(quote, text)
    .map((region) => {
      const near = nearestIn(quote, text.normal.slice(region.from, region.to));
      return snap(text.normal, { from: near.from + region.from, to: near.to + region.from, score: near.score });
    })
    .sort((a, b) => b.score - a.score || a.from - b.from);
}
