// Where the citations of an answer stand in its text. Offsets are the vendor's word for it; they are believed where the text bears them out.
import { fromCodePoints } from "../offsets";
import type { Annotation } from "./wire";

export type Place = { readonly start: number; readonly end: number; readonly covers: "claim" | "marker" };

const link = /\(?\[{1,2}[^\]\n]{0,200}\]{1,2}\((https?:[^)\s]{1,2048})\)\)?/g;

export type Link = { readonly start: number; readonly end: number; readonly url: string };

/** Every link that could be a marker. */
export function linksIn(raw: string): Link[] {
  return [...raw.matchAll(link)].map((match) => ({ start: match.index, end: match.index + match[0].length, url: match[1] ?? "" }));
}

/** The places of one citation (UTF-16): where its offsets say, else every one of the text's links to its address. `move` carries places over to the shown text. */
export function placesOf(raw: string, annotation: Annotation, allLinks: readonly Link[], move: (offset: number) => number): Place[] {
  const { start_index: start, end_index: end, url } = annotation;
  const links = allLinks.filter((candidate) => candidate.url === url);
  const readings = start === null || start === undefined || end === null || end === undefined ? [] : readingsOf(raw, start, end);
  const marker = readings.find((reading) => /^[([].*[)\]]$/s.test(raw.slice(reading.start, reading.end)));
  const near = links.filter((link) => readings.some((reading) => reading.start < link.end && link.start < reading.end));
  // Where the text holds the address elsewhere, the offsets are wrong.
  const ranges =
    marker && (links.length === 0 || near.length > 0)
      ? [marker]
      : near.length > 0
        ? near.slice(0, 1)
        : links.length > 0
          ? links
          : readings.slice(0, 1);
  return ranges
    .map((range) => ({ start: move(range.start), end: move(range.end), covers: coverOf(raw.slice(range.start, range.end)) }))
    .filter((range) => range.end > range.start);
}

/** Vendors count in UTF-16 units or in code points and do not say which: both readings that fit into the text. */
function readingsOf(raw: string, start: number, end: number): { start: number; end: number }[] {
  const readings = [
    { start, end },
    { start: fromCodePoints(raw, start), end: fromCodePoints(raw, end) },
  ];
  return readings.flatMap((reading) =>
    reading.start !== null && reading.end !== null && reading.start < reading.end && reading.end <= raw.length
      ? [{ start: reading.start, end: reading.end }]
      : [],
  );
}

/** A marker is a link, a bracketed number or a private mark; everything else is prose that is vouched for. */
function coverOf(words: string): Place["covers"] {
  return /\]\(|^\W*\d{0,3}\W*$|[\ue200-\ue202]|^\(?https?:\S+$/u.test(words) ? "marker" : "claim";
}
