// Positioned pieces of text to readable lines and paragraphs. The order of the page's own content stream is kept: it
// follows columns, where sorting by height would mix them.

export type TextItem = {
  readonly str: string;
  readonly dir: string;
  /** PDF text matrix: [a, b, c, d, x, y], origin at the bottom left, in points. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height?: number;
  readonly hasEOL: boolean;
};

export type Line = { readonly text: string; readonly y: number; readonly size: number };
type Piece = { readonly str: string; readonly x: number; readonly end: number; readonly y: number; readonly size: number; readonly rtl: boolean };

/** Gaps in widths of an em: from `word` on a blank was meant, from `cell` on another column of a table. */
const gaps = { word: 0.18, cell: 1.6 };
/** A step down that is this much larger than the usual one starts a paragraph. */
const paragraphStep = 1.35;

/** `blank`: the reader put a blank behind the last piece, which may stand for a word space or for a whole column. */
type OpenLine = { readonly text: string; readonly last: Piece; readonly size: number; readonly blank: boolean };

export function linesOf(items: readonly TextItem[]): Line[] {
  const lines: Line[] = [];
  let open: OpenLine | undefined;
  for (const item of items) {
    const piece = pieceOf(item);
    if (piece.str.trim() !== "") {
      if (open && !sameLine(open.last, piece)) open = finish(open, lines);
      open = open ? extend(open, piece) : { text: piece.str, last: piece, size: piece.size, blank: false };
    } else if (open && piece.str !== "") open = { ...open, blank: true };
    if (item.hasEOL) open = finish(open, lines);
  }
  finish(open, lines);
  return lines;
}

function extend(open: OpenLine, piece: Piece): OpenLine {
  const gap = between(open.text, open.last, piece) || (open.blank ? " " : "");
  return { text: open.text + gap + piece.str, last: piece, size: Math.max(open.size, piece.size), blank: false };
}

function finish(open: OpenLine | undefined, lines: Line[]): undefined {
  const text = open ? clean(open.text) : "";
  if (open && text !== "") lines.push({ text, y: open.last.y, size: open.size });
}

function pieceOf(item: TextItem): Piece {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform;
  const size = Math.round(Math.hypot(a, b) * 2) / 2;
  return { str: item.str, x, end: x + item.width, y, size, rtl: item.dir === "rtl" };
}

function sameLine(last: Piece, next: Piece): boolean {
  const em = Math.max(last.size, next.size, 1);
  // Superscripts move by less than half an em.
  if (Math.abs(next.y - last.y) > em * 0.5) return false;
  return next.rtl || last.rtl || next.x > last.end - em * 3;
}

function between(text: string, last: Piece, next: Piece): string {
  if (/\s$/.test(text) || /^\s/.test(next.str)) return "";
  const em = Math.max(Math.min(last.size, next.size), 1);
  const gap = next.rtl && last.rtl ? last.x - next.end : next.x - last.end;
  if (gap > em * gaps.cell) return "\t";
  return gap > em * gaps.word ? " " : "";
}

/** What cannot be stored or seen goes; lines hold no line breaks. */
function clean(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\u0000-\u0008\u000a-\u001f\u007f\ufeff\u00ad]/g, "")
      .replace(/[^\S\t]+/g, " ")
      .trim()
  );
}

/** A page's text: lines, blank lines between paragraphs, and where its heading lines start. */
export function writePage(lines: readonly Line[], bodySize: number): { text: string; headings: number[] } {
  const usual = usualStep(lines);
  const headings: number[] = [];
  let text = "";
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const heading = isHeading(line, bodySize);
    if (before) {
      const step = before.y - line.y;
      const apart = step > Math.max(usual, line.size) * paragraphStep || heading !== isHeading(before, bodySize);
      text += apart ? "\n\n" : "\n";
    }
    if (heading) headings.push(text.length);
    text += line.text;
  }
  return { text, headings };
}

function isHeading(line: Line, bodySize: number): boolean {
  return bodySize > 0 && line.size >= bodySize * 1.12 && line.text.length <= 160 && /\p{L}/u.test(line.text);
}

/** Distance between the baselines of successive lines of a paragraph, in points: the lower quartile, since pages may have few lines and many gaps. */
function usualStep(lines: readonly Line[]): number {
  const steps: number[] = [];
  for (const [index, line] of lines.entries()) {
    const step = (lines[index - 1]?.y ?? line.y) - line.y;
    if (step > 1) steps.push(step);
  }
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 4)] ?? 0;
}
