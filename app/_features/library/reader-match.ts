// Finding a stretch of a page's stored text among the pieces that the drawn page sets. Both come from the same file in the same order, but blanks, line
// ends, ligatures and accents are written in different ways, and running heads are left out of the stored text: only the letters are compared.

/** Of the piece with that index, half-open, in UTF-16 units. */
export type PiecePlace = { readonly piece: number; readonly start: number; readonly end: number };

type Squeezed = {
  readonly letters: string /** For each unit of `letters`, where its sign begins and ends in the original. */;
  readonly from: number[];
  readonly to: number[];
};

const dropped = /[\s\p{Cc}\p{Cf}]/u;

/** The letters of a text without blanks, each in its simplest form. */
function squeeze(text: string): Squeezed {
  const from: number[] = [];
  const to: number[] = [];
  let letters = "";
  let at = 0;
  for (const sign of text) {
    const end = at + sign.length;
    if (!dropped.test(sign)) {
      const plain = sign.normalize("NFKD").replace(/\s/g, "");
      letters += plain;
      for (let unit = 0; unit < plain.length; unit += 1) {
        from.push(at);
        to.push(end);
      }
    }
    at = end;
  }
  return { letters, from, to };
}

/**
 * Where the pieces hold `pageText.slice(start, end)`, piece by piece; null when they do not. Of several places the one whose neighbourhood is most alike
 * is taken.
 */
export function placesOnPage(
  pieces: readonly string[],
  { pageText, start, end }: { pageText: string; start: number; end: number },
): PiecePlace[] | null {
  const page = squeeze(pageText);
  const first = page.to.findIndex((unitEnd) => unitEnd > start);
  const behind = page.from.findIndex((unitStart) => unitStart >= end);
  const last = behind < 0 ? page.letters.length : behind;
  if (first < 0 || last <= first) return null;
  const drawn = pieces.map(squeeze);
  const hay = drawn.map(({ letters }) => letters).join("");
  const at = mostAlike(hay, page.letters, first, last);
  return at === null ? null : piecesIn(drawn, at, at + last - first);
}

function mostAlike(hay: string, page: string, first: number, last: number): number | null {
  const needle = page.slice(first, last);
  let best: { at: number; alike: number } | null = null;
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
    const alike = commonBefore(hay, at, page, first) + commonAfter(hay, at + needle.length, page, last);
    if (best === null || alike > best.alike) best = { at, alike };
  }
  return best?.at ?? null;
}

/** How far two neighbourhoods are compared. */
const mostCommon = 400;

function commonBefore(a: string, aEnd: number, b: string, bEnd: number): number {
  let length = 0;
  while (length < Math.min(aEnd, bEnd, mostCommon) && a[aEnd - length - 1] === b[bEnd - length - 1]) length += 1;
  return length;
}

function commonAfter(a: string, aStart: number, b: string, bStart: number): number {
  let length = 0;
  while (length < mostCommon && aStart + length < a.length && a[aStart + length] === b[bStart + length]) length += 1;
  return length;
}

function piecesIn(drawn: readonly Squeezed[], start: number, end: number): PiecePlace[] {
  const places: PiecePlace[] = [];
  let before = 0;
  for (const [piece, { letters, from, to }] of drawn.entries()) {
    const first = Math.max(0, start - before);
    const last = Math.min(letters.length, end - before);
    if (last > first) places.push({ piece, start: from[first] ?? 0, end: to[last - 1] ?? 0 });
    before += letters.length;
    if (before >= end) break;
  }
  return places;
}
