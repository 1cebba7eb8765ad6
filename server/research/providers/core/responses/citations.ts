// Where the citations of an answer stand in its text. Offsets are the vendor's word for it; they are believed where the text bears them out.
import { fromCodePoints } from "../offsets";
import type { Annotation } from "./wire";

export type Place = { readonly start: number; readonly end: number; readonly covers: "claim" | "marker" };

const link = /\(?\[{1,2}[^\]\n]{0,200}\]{1,2}\((https?:[^)\s]+)\)\)?/g;

/** The places of one citation (UTF-16): where its offsets say, else every link in the text to its address. `move` carries places over to the shown text. */
export function placesOf(raw: string, annotation: Annotation, move: (offset: number) => number): Place[] {
  const { start_index: start, end_index: end, url } = annotation;
  const stated = start === null || start === undefined || end === null || end === undefined ? null : statedRange(raw, start, end, url);
  const ranges = stated ? [stated] : linksTo(raw, url);
  return ranges
    .map((range) => ({ start: move(range.start), end: move(range.end), covers: coverOf(raw.slice(range.start, range.end)) }))
    .filter((range) => range.end > range.start);
}

/** Vendors count in UTF-16 units or in code points and do not say which: the reading that holds the address is right. */
function statedRange(raw: string, start: number, end: number, url: string): { start: number; end: number } | null {
  const readings = [
    { start, end },
    { start: fromCodePoints(raw, start), end: fromCodePoints(raw, end) },
  ].flatMap((reading) =>
    reading.start !== null && reading.end !== null && reading.start < reading.end && reading.end <= raw.length
      ? [{ start: reading.start, end: reading.end }]
      : [],
  );
  const host = URL.parse(url)?.hostname.replace(/^www\./, "") ?? url;
  const holding = readings.find((reading) => raw.slice(reading.start, reading.end).includes(host));
  if (holding) return holding;
  // Where the text holds the address elsewhere, the offsets are wrong.
  return linksTo(raw, url).length > 0 ? null : (readings[0] ?? null);
}

function linksTo(raw: string, url: string): { start: number; end: number }[] {
  return [...raw.matchAll(link)].filter((match) => match[1] === url).map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A marker is a link, a bracketed number or a private mark; everything else is prose that is vouched for. */
function coverOf(words: string): Place["covers"] {
  return /\]\(|^\W*\d{0,3}\W*$|[\ue200-\ue202]|^\(?https?:\S+$/u.test(words) ? "marker" : "claim";
}
