// Whether two OSIS references have a verse in common.

type Span = { readonly book: string; readonly from: number; readonly to: number };

const perChapter = 1_000;
const everything = 1_000 * perChapter;

/** "Rom.8", "Rom.8.28-Rom.8.30", "Rom" overlap; anything that is no scripture overlaps only itself. */
export function overlaps(one: string, other: string): boolean {
  if (one === other) return true;
  const [left, right] = [spansOf(one), spansOf(other)];
  return left.some((a) => right.some((b) => a.book === b.book && a.from <= b.to && b.from <= a.to));
}

/** The books a reference names, by which stored ones are preselected. */
export function booksOf(reference: string): string[] {
  return [...new Set(spansOf(reference).map((span) => span.book))];
}

function spansOf(reference: string): Span[] {
  return reference.split(",").flatMap((range) => {
    const [first = "", last = first] = range.split("-");
    const from = place(first);
    const to = place(last);
    return from && to ? [{ book: from.book, from: from.first, to: from.book === to.book ? to.last : everything }] : [];
  });
}

function place(osis: string): { book: string; first: number; last: number } | null {
  const match = /^([1-4]?[A-Za-z]+)(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?$/.exec(osis);
  if (!match) return null;
  const [, book = "", chapter, verse] = match;
  if (chapter === undefined) return { book, first: 0, last: everything };
  const start = Number(chapter) * perChapter;
  return verse === undefined
    ? { book, first: start, last: start + perChapter - 1 }
    : { book, first: start + Number(verse), last: start + Number(verse) };
}
