// A stretch of text cut where references begin and end.

type Range = { readonly start: number; readonly end: number };
/** Offsets count the whole text. */
export type ReferenceLink = Range & { readonly href: string /** What it leads to, in words. */; readonly title: string };
export type Linked = Range & { readonly link: ReferenceLink | null };

/** The stretch in parts, in order and without gaps. `references` are in the order of the text; one that begins within another is passed over. */
export function linkedParts({ start, end }: Range, references: readonly ReferenceLink[]): Linked[] {
  const parts: Linked[] = [];
  let at = start;
  for (let index = firstFrom(references, start); index < references.length; index += 1) {
    const link = references[index];
    if (!link || link.start >= end) break;
    if (link.start < at || link.end > end) continue;
    if (link.start > at) parts.push({ start: at, end: link.start, link: null });
    parts.push({ start: link.start, end: link.end, link });
    at = link.end;
  }
  if (at < end) parts.push({ start: at, end, link: null });
  return parts;
}

/** Index of the first reference that begins at `offset` or behind it. */
function firstFrom(references: readonly ReferenceLink[], offset: number): number {
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((references[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
