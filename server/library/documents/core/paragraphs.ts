// A text as blocks: headings, paragraphs, list entries and table rows, each a half-open range of UTF-16 units.
import { atOnce } from "@/server/platform/turns";

export type Block = {
  readonly start: number;
  readonly end: number;
  readonly kind: "heading" | "paragraph" | "item" | "row";
  /** Depth of a heading, 1 the highest; 0 for everything else. */
  readonly level: number;
};

export type BlockOptions = {
  /** Where the body starts: front matter lies before. */
  readonly from: number;
  /** Offsets of heading lines known from markup or type size; null when there is no such knowledge. */
  readonly headings: readonly number[] | null;
  /** Whether plain lines may be taken for headings by their look. */
  readonly guessHeadings: boolean;
};

type LineRange = { readonly start: number; readonly end: number; readonly text: string; readonly blankBefore: boolean; readonly blankAfter: boolean };

const longestHeading = 120;

type Open = { readonly start: number; readonly end: number; readonly kind: Block["kind"] };

export function blocksOf(text: string, options: BlockOptions): Block[] {
  return atOnce(blockSteps(text, options));
}

const linesAtATime = 200;

/** The same, some lines at a time. */
export function* blockSteps(text: string, options: BlockOptions): Generator<void, Block[]> {
  const lines = yield* linesOf(text, options.from);
  const known = new Set(options.headings ?? []);
  const blocks: Block[] = [];
  let open: Open | undefined;
  let fenced = false;
  for (const [index, line] of lines.entries()) {
    if (index % linesAtATime === 0) yield;
    if (/^\s*(?:```|~~~)/.test(line.text)) fenced = !fenced;
    const level = fenced ? 0 : headingLevel(line, lines[index + 1], known, options.guessHeadings);
    if (level > 0) {
      open = close(open, blocks);
      blocks.push({ start: line.start, end: line.end, kind: "heading", level });
      continue;
    }
    const kind = kindOf(line.text);
    if (open && !line.blankBefore && kind === "paragraph" && open.kind !== "row") open = { ...open, end: line.end };
    else {
      close(open, blocks);
      open = { start: line.start, end: line.end, kind };
    }
  }
  close(open, blocks);
  const kept: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index % linesAtATime === 0) yield;
    if (isContent(text.slice(block.start, block.end))) kept.push(block);
  }
  return kept;
}

function close(open: Open | undefined, blocks: Block[]): undefined {
  if (open) blocks.push({ ...open, level: 0 });
}

/** Lines with something on them, without their surrounding blanks; a form feed ends a line and a paragraph. */
function* linesOf(text: string, from: number): Generator<void, LineRange[]> {
  const found: { start: number; end: number; blankBefore: boolean }[] = [];
  let at = from;
  let blank = true;
  while (at < text.length) {
    const stop = nextBreak(text, at);
    const raw = text.slice(at, stop);
    const trimmed = raw.trim();
    if (trimmed === "") blank = true;
    else {
      if (found.length % linesAtATime === 0) yield;
      const start = at + raw.indexOf(trimmed);
      found.push({ start, end: start + trimmed.length, blankBefore: blank });
      blank = false;
    }
    if (text[stop] === "\f") blank = true;
    at = stop + 1;
  }
  return found.map((line, i) => ({ ...line, text: text.slice(line.start, line.end), blankAfter: found[i + 1]?.blankBefore ?? true }));
}

function nextBreak(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBreak(text.charCodeAt(at))) at += 1;
  return at;
}

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 12 || unit === 13 || unit === 0x2028 || unit === 0x2029;
}

function headingLevel(line: LineRange, next: LineRange | undefined, known: ReadonlySet<number>, guess: boolean): number {
  if (known.has(line.start)) return 2;
  if (!guess || line.text.length > longestHeading) return 0;
  const marked = /^(#{1,6})\s+\S/.exec(line.text);
  if (marked?.[1]) return marked[1].length;
  if (line.blankBefore && next && !next.blankBefore && /^(?:=+|-{3,})$/.test(next.text)) return next.text.startsWith("=") ? 1 : 2;
  const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\p{Lu}[^.;!?|\t]*$/u.exec(line.text);
  if (numbered?.[1] && line.blankBefore && line.blankAfter) return numbered[1].split(".").length + 1;
  const letters = line.text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = letters >= 4 && line.text === line.text.toUpperCase() && line.text !== line.text.toLowerCase();
  return capitals && line.blankBefore && !/[.|\t]$|\t/.test(line.text) ? 2 : 0;
}

function kindOf(line: string): Block["kind"] {
  if (line.includes("\t") || /^\|.*\|$/.test(line) || / \| /.test(line)) return "row";
  return /^(?:[-*+•·–]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S/.test(line) ? "item" : "paragraph";
}

/** Characters; a longer row is no navigation. */
const longestMenu = 20_000;

/** Rules, fences and rows of links (navigation) say nothing. */
function isContent(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  if (text.length > longestMenu) return true;
  const links = text.match(/\[[^\]\n]{1,80}\]\([^)\s]{1,300}\)/g) ?? [];
  if (links.length < 3) return true;
  const rest = links.reduce((left, link) => left.replace(link, ""), text).replace(/[^\p{L}\p{N}]/gu, "");
  return rest.length > links.length * 3;
}
