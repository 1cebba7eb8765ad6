// Which place of a document an address names, in which of its two looks, and the addresses of other places.
import { documentBlocks, type Leaf, leafAt, leavesOf } from "./document-blocks";
import { readRange } from "./read-range";
import type { CitedOnPage } from "./reader-draw";

type Value = string | string[] | undefined;
export type PlaceQuery = { at?: Value; start?: Value; end?: Value; part?: Value; page?: Value; view?: Value };
export type View = "pages" | "text";
type Range = { readonly start: number; readonly end: number };
type Readable = {
  readonly id: string;
  readonly mediaType: string;
  readonly text: string;
  readonly pageStarts: readonly number[] | null;
  readonly headings?: readonly number[] | null;
};

export type Place = {
  readonly view: View;
  /** Only a PDF has pages that can be drawn. */
  readonly views: readonly View[];
  /** The stretch as the address names it, and again where it lies within the text. */
  readonly asked: Range | null;
  readonly range: Range | null;
  /** From 1; null where the text has no pages. */
  readonly page: number | null;
  readonly leaves: readonly Leaf[];
  readonly leaf: Leaf | undefined;
};

export function placeOf({ mediaType, text, pageStarts, headings }: Readable, query: PlaceQuery): Place {
  const views: View[] = mediaType === "application/pdf" && pageStarts ? ["pages", "text"] : ["text"];
  const asked = readRange(query);
  const range = asked && asked.end <= text.length ? asked : null;
  const leaves = leavesOf(documentBlocks(text, { pageStarts, headings }));
  const part = leaves[Number(query.part) - 1];
  const named = Number(query.page);
  const namedStart = pageStarts?.[named - 1];
  const start = range?.start ?? (part ? part.blocks[0]?.start : namedStart) ?? 0;
  return {
    view: views.find((view) => view === query.view) ?? views[0] ?? "text",
    views,
    asked,
    range,
    page: pageStarts ? (range || !namedStart ? pageAt(pageStarts, start) : named) : null,
    leaves,
    leaf: part && !range ? part : leafAt(leaves, start),
  };
}

/** From 1. */
export function pageAt(pageStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = pageStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pageStarts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

/** A passage over more pages is marked on the first ones. */
const mostPages = 4;

/** The stretch cut at the ends of pages, each piece with its page's text; white space alone is none. */
export function citedOnPages(text: string, pageStarts: readonly number[], range: Range): CitedOnPage[] {
  const first = pageAt(pageStarts, range.start);
  const cited: CitedOnPage[] = [];
  for (let page = first; page <= pageStarts.length && cited.length < mostPages; page += 1) {
    const from = pageStarts[page - 1] ?? 0;
    if (from >= range.end) break;
    const to = pageStarts[page] ?? text.length;
    const [start, end] = [Math.max(range.start, from), Math.min(range.end, to)];
    if (text.slice(start, end).trim() !== "") cited.push({ page, pageText: text.slice(from, to), start: start - from, end: end - from });
  }
  return cited;
}

/** The same place in the other look. */
export function viewHref(documentId: string, view: View, { range, page, leaf }: Pick<Place, "range" | "page" | "leaf">): string {
  if (range) return `/library/${documentId}?view=${view}&start=${range.start}&end=${range.end}#passage`;
  if (page !== null && page > 1) return `/library/${documentId}?view=${view}&page=${page}#page-${page}`;
  return `/library/${documentId}?view=${view}${view === "text" && leaf && leaf.number > 1 ? `&part=${leaf.number}` : ""}`;
}

/** Where an offset of the text stands: an anchor where it is on this page of ours already. */
export function offsetHref(
  documentId: string,
  { view, leaf, leaves }: Pick<Place, "view" | "leaf" | "leaves">,
  offset: number,
  page: number | null,
): string {
  if (view === "pages" && page !== null) return `#page-${page}`;
  const own = leafAt(leaves, offset);
  return own?.number === leaf?.number ? `#at-${offset}` : `/library/${documentId}?view=text&part=${own?.number ?? 1}#at-${offset}`;
}
