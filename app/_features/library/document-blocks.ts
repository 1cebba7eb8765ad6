// Cutting a stored text into what a page sets: paragraphs, headings, lists. Every block keeps its place, so that a citation's offsets (UTF-16 units of
// the stored text) mark the very same characters on the page.

export type Block = {
  /** Of the words that are set; markup before them is left out. */
  readonly start: number;
  readonly end: number;
  /** lines: line breaks are kept; front: what a file states about itself before its text. */
  readonly kind: "paragraph" | "heading" | "lines" | "table" | "front";
  /** The page that begins with this block. */
  readonly page?: number;
};

const frontMatter = /^\ufeff?---\r?\n[\s\S]{0,16384}?\r?\n---[ \t]*(?=\r?\n|$)/;
/** Begins where the blanks begin: a run of them without a line end is looked through once, not from each of them. */
const between = /(?<![ \t])[ \t]*\r?\n(?:[ \t]*\r?\n)+[ \t]*/g;
const headingMark = /^(?:#{1,6}[ \t]+)/;
/** Rows of tables, points, verses: their line breaks mean something. */
const lineStart = /^[ \t]*(?:[-*+|>]|\d{1,3}[.)]?[ \t])/;
const longestHeading = 110;

type Layout = {
  readonly pageStarts: readonly number[] | null /** Offsets of lines known to be headings. */;
  readonly headings?: readonly number[] | null;
};

/** Blocks in the order of the text; `pageStarts` are the offsets of the first character of each page. */
export function documentBlocks(text: string, { pageStarts, headings }: Layout): Block[] {
  const known = new Set(headings ?? []);
  const blocks: Block[] = [];
  const front = frontMatter.exec(text)?.[0].length ?? 0;
  if (front > 0) blocks.push(frontOf(text.slice(0, front)));
  const pages = (pageStarts ?? []).map((start, index) => ({ start, page: index + 1 })).filter(({ start }) => start >= front && start < text.length);
  const pageAt = new Map(pages.map(({ start, page }) => [start, page]));
  const cuts = [...new Set([front, ...pages.map(({ start }) => start), text.length])].sort((a, b) => a - b);
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const [from, to] = [cuts[index] ?? 0, cuts[index + 1] ?? 0];
    const page = pageAt.get(from);
    const own = paragraphsIn(text, from, to, known);
    blocks.push(...own.map((block, at) => (at === 0 && page !== undefined ? { ...block, page } : block)));
  }
  return blocks;
}

/** What stands between the two fences. */
function frontOf(fenced: string): Block {
  const start = fenced.indexOf("\n") + 1;
  return { start, end: fenced.lastIndexOf("\n"), kind: "front" };
}

function paragraphsIn(text: string, from: number, to: number, known: ReadonlySet<number>): Block[] {
  const stretch = text.slice(from, to);
  const blocks: Block[] = [];
  let at = 0;
  const add = (end: number) => {
    const raw = stretch.slice(at, end);
    const words = raw.trim();
    if (words === "") return;
    const start = from + at + raw.indexOf(words);
    blocks.push(...cutLong(text, kindOf(words, start, known)));
  };
  for (const gap of stretch.matchAll(between)) {
    add(gap.index);
    at = gap.index + gap[0].length;
  }
  add(stretch.length);
  return blocks;
}

/** More in one piece holds the browser up; a file without empty lines is one paragraph. */
const longestBlock = 20_000;

/** A block in pieces, cut where there is a blank if there is one. Tables stay whole: their head is said once. */
function cutLong(text: string, block: Block): Block[] {
  const pieces: Block[] = [];
  let { start } = block;
  while (block.kind !== "table" && block.end - start > longestBlock) {
    const blank = Math.max(text.lastIndexOf(" ", start + longestBlock), text.lastIndexOf("\n", start + longestBlock));
    const end = blank > start ? blank + 1 : start + longestBlock;
    pieces.push({ ...block, start, end });
    start = end;
  }
  return [...pieces, { ...block, start }];
}

function kindOf(words: string, start: number, known: ReadonlySet<number>): Block {
  const end = start + words.length;
  const mark = headingMark.exec(words)?.[0].length ?? 0;
  if (!words.includes("\n") && (mark > 0 || known.has(start) || isHeading(words))) return { start: start + mark, end, kind: "heading" };
  const lines = words.split("\n");
  if (lines.length > 2 && lines.every((line) => line.trim().startsWith("|"))) return { start, end, kind: "table" };
  const kept = lines.length > 1 && lines.filter((line) => lineStart.test(line)).length * 2 > lines.length;
  return { start, end, kind: kept ? "lines" : "paragraph" };
}

/** A short line that ends like no sentence and is set in capitals or numbered as sections are. */
function isHeading(words: string): boolean {
  if (words.length > longestHeading || /[.,;!?]$/.test(words)) return false;
  const letters = words.replace(/[^\p{L}]/gu, "");
  if (letters.length < 3) return false;
  return letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

export type Leaf = { readonly number: number; readonly blocks: readonly Block[] };

/** What is set at once: a longer text would hold the browser up. */
const leafUnits = 60_000;

/** The blocks in stretches that a page can hold, cut between blocks. */
export function leavesOf(blocks: readonly Block[]): Leaf[] {
  const leaves: Block[][] = [[]];
  let from = blocks[0]?.start ?? 0;
  for (const block of blocks) {
    if (block.end - from > leafUnits && (leaves.at(-1)?.length ?? 0) > 0) {
      leaves.push([]);
      from = block.start;
    }
    leaves.at(-1)?.push(block);
  }
  return leaves.map((own, index) => ({ number: index + 1, blocks: own }));
}

/** The leaf that holds an offset; the last one before it when it falls between two. */
export function leafAt(leaves: readonly Leaf[], offset: number): Leaf | undefined {
  return leaves.findLast((leaf) => (leaf.blocks[0]?.start ?? 0) <= offset) ?? leaves[0];
}
