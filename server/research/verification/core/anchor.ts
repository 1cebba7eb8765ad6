// Where a quote stands in a stored text: exact, then in one spelling, then nearly, once its facts are the same.
// Selectors as in the W3C Web Annotation Data Model (TextQuoteSelector, TextPositionSelector); offsets are UTF-16 units.
import { sameFacts } from "./anchor-facts";
import { nearSpans } from "./anchor-fuzzy";
import { type MappedText, mapText, originalRange, standsAlone } from "./anchor-text";

/** What else is known of the place: where it stood before, and the words round it. */
export type AnchorHint = { start?: number; prefix?: string; suffix?: string };
/** `text.slice(start, end)` is what is shown; `exact`: it is the quote letter by letter. `score`: 1, or the similarity, at least 0.9. */
export type Anchor = { start: number; end: number; exact: boolean; score: number };

const leastScore = 0.9;
/** From here on two wordings are one sentence in two versions: one "not" more or less makes 0.88. */
const versionScore = 0.85;

/** `near`: where other words stand that read almost the same and state other facts. */
export type Looked = { anchor: Anchor | null; near: { start: number; end: number } | null };

/** Anchors a quote, or says null. Of several places the one that fits the hint best is taken, else the first. */
export function anchorQuote(text: string, quote: string, hint: AnchorHint = {}): Anchor | null {
  return quoteFinder(text)(quote, hint).anchor;
}

/** Looks for many quotes in one text, which is brought into one spelling once. */
export function quoteFinder(text: string): (quote: string, hint?: AnchorHint) => Looked {
  let mapping: MappedText | undefined;
  return (quote, hint = {}) => {
    const wanted = quote.trim();
    if (wanted === "") return { anchor: null, near: null };
    const exact = bestPlace(text, placesOf(text, wanted), wanted.length, hint);
    if (exact !== null) return { anchor: { start: exact, end: exact + wanted.length, exact: true, score: 1 }, near: null };
    mapping ??= mapText(text);
    return lookIn(mapping, text, wanted, hint);
  };
}

function lookIn(mapped: MappedText, text: string, wanted: string, hint: AnchorHint): Looked {
  const normal = mapText(wanted).normal.trim();
  if (normal === "") return { anchor: null, near: null };
  const places = placesOf(mapped.normal, normal).map((from) => originalRange(mapped, from, from + normal.length));
  const start = bestPlace(
    text,
    places.map((place) => place.start),
    wanted.length,
    hint,
  );
  const found = places.find((place) => place.start === start);
  if (found) return { anchor: { ...found, exact: false, score: 1 }, near: null };
  let other: Looked["near"] = null;
  for (const near of nearSpans(normal, mapped)) {
    if (near.score < versionScore) break;
    const range = originalRange(mapped, near.from, near.to);
    if (!standsAlone(mapped.normal, near.from, near.to)) continue;
    if (!sameFacts(wanted, text.slice(range.start, range.end))) other ??= range;
    else if (near.score >= leastScore) return { anchor: { ...range, exact: false, score: near.score }, near: null };
  }
  return { anchor: null, near: other };
}

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (standsAlone(text, at, at + wanted.length)) places.push(at);
  }
  return places;
}

function bestPlace(text: string, places: readonly number[], length: number, hint: AnchorHint): number | null {
  let best: number | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const start of places) {
    const value = likeness(text, start, start + length, hint);
    if (value > most) {
      most = value;
      best = start;
    }
  }
  return best;
}

/** Characters of prefix and suffix that stand there; among equals the nearest to the old place. */
function likeness(text: string, start: number, end: number, hint: AnchorHint): number {
  const { prefix = "", suffix = "" } = hint;
  let same = 0;
  while (same < prefix.length && text[start - 1 - same] === prefix[prefix.length - 1 - same]) same++;
  let behind = 0;
  while (behind < suffix.length && text[end + behind] === suffix[behind]) behind++;
  const away = hint.start === undefined ? 0 : Math.abs(start - hint.start);
  return same + behind - away / (text.length + 1);
}

export type TextQuoteSelector = { type: "TextQuoteSelector"; exact: string; prefix: string; suffix: string };
export type TextPositionSelector = { type: "TextPositionSelector"; start: number; end: number };

const surroundings = 32;

/** Both selectors of a span, with up to 32 characters on either side. */
export function selectorsOf(text: string, start: number, end: number): [TextQuoteSelector, TextPositionSelector] {
  return [
    {
      type: "TextQuoteSelector",
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - surroundings), start),
      suffix: text.slice(end, end + surroundings),
    },
    { type: "TextPositionSelector", start, end },
  ];
}
