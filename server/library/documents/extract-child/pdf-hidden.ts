// Text that a page of a PDF holds and does not show: drawn invisible, white on bare white, too small to be read, or beside the page. A page whose words are all
// invisible is a scan with recognised text under its picture: those are kept.
import type { TextItem } from "./pdf-lines.ts";

/** A page's drawing: parallel lists of operators and their arguments, as the reader gives them. */
export type Drawing = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };
export type Operators = Readonly<Record<string, number>>;

type Pen = { readonly invisible: boolean; readonly white: boolean };
type Shown = { readonly text: string; readonly pen: Pen };

/** Letters beside the page that may be crop marks and slips. */
const fewOutside = 40;
const shortestRun = 4;
const mostRuns = 500;
const tinyPoints = 1;

export type Unseen = {
  readonly items: readonly TextItem[];
  /** Characters left out. */
  readonly hidden: number;
  /** All words are drawn invisible. */
  readonly isLayer: boolean;
};

/** `hasPicture`: whether a picture may lie behind the words; asked only when it matters. */
export async function withoutHidden(
  items: readonly TextItem[],
  drawing: Drawing,
  operators: Operators,
  hasPicture: () => Promise<boolean>,
): Promise<Unseen> {
  const { shown, isBare } = readDrawing(drawing, operators);
  const letters = (list: readonly Shown[]) => list.reduce((sum, { text }) => sum + text.length, 0);
  const invisible = shown.filter(({ pen }) => pen.invisible);
  const isLayer = invisible.length > 0 && letters(invisible) >= letters(shown) * 0.9;
  const isWhite = ({ pen }: Shown) => pen.white && !pen.invisible;
  const whiteShows = !isBare || !shown.some(isWhite) || (await hasPicture());
  const isHidden = (one: Shown) => (one.pen.invisible && !isLayer) || (isWhite(one) && !whiteShows);
  const runs = joined(shown, isHidden).slice(0, mostRuns);
  const visible = shown.flatMap((one) => (isHidden(one) ? [] : one.text)).join("");
  const cut = runs.filter((run) => run.length >= shortestRun && !visible.includes(run));
  let hidden = 0;
  const kept = items.map((item) => {
    const left = isTiny(item) ? "" : withoutRuns(item.str, cut);
    hidden += bare(item.str).length - bare(left).length;
    return left === item.str ? item : { ...item, str: left };
  });
  const outside = letters(shown) - items.reduce((sum, { str }) => sum + bare(str).length, 0);
  return { items: kept, hidden: hidden + (outside >= fewOutside ? outside : 0), isLayer };
}

function readDrawing({ fnArray, argsArray }: Drawing, operators: Operators): { shown: Shown[]; isBare: boolean } {
  const shown: Shown[] = [];
  const stack: Pen[] = [];
  let pen: Pen = { invisible: false, white: false };
  let isBare = true;
  const fills = new Set(["fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"].map((name) => operators[name]));
  for (const [index, fn] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    const first: unknown = Array.isArray(args) ? args[0] : null;
    if (fn === operators.save) stack.push(pen);
    else if (fn === operators.restore) pen = stack.pop() ?? pen;
    else if (fn === operators.setTextRenderingMode) pen = { ...pen, invisible: first === 3 };
    else if (fn === operators.setFillRGBColor) pen = { ...pen, white: isWhite(first) };
    else if (fn === operators.setFillColorN || fn === operators.shadingFill) {
      pen = { ...pen, white: false };
      isBare = false;
    } else if (fn === operators.constructPath && typeof first === "number" && fills.has(first) && !pen.white) isBare = false;
    else if (fn === operators.showText && Array.isArray(first)) shown.push({ text: bare(first.map(letterOf).join("")), pen });
  }
  return { shown, isBare };
}

function letterOf(glyph: unknown): string {
  const unicode: unknown = typeof glyph === "object" && glyph !== null ? Reflect.get(glyph, "unicode") : null;
  return typeof unicode === "string" ? unicode : "";
}

/** Nearly white is as unseen as white. */
function isWhite(colour: unknown): boolean {
  return typeof colour === "string" && /^#(?:f[b-f]){3}$/i.test(colour);
}

/** Neighbours that are all hidden, as one. */
function joined(shown: readonly Shown[], isHidden: (one: Shown) => boolean): string[] {
  const runs: string[] = [];
  let open = false;
  for (const one of shown) {
    const hidden = isHidden(one);
    if (hidden && open) runs[runs.length - 1] += one.text;
    else if (hidden) runs.push(one.text);
    open = hidden;
  }
  return runs;
}

function isTiny({ transform: [a = 0, b = 0, c = 0, d = 0], height = 0, str }: TextItem): boolean {
  const size = Math.max(Math.hypot(a, b), Math.hypot(c, d), height);
  return size > 0 && size <= tinyPoints && str.trim() !== "";
}

/** The text without what is in a run, or which is in a run itself; blanks do not count. */
function withoutRuns(text: string, runs: readonly string[]): string {
  let left = text;
  for (const run of runs) {
    const letters = bare(left);
    if (letters.length >= shortestRun && run.includes(letters)) return "";
    const at = letters.indexOf(run);
    if (at >= 0) left = cutLetters(left, at, run.length);
  }
  return left;
}

/** Takes out `count` characters from the one numbered `from`, blanks not counted. */
function cutLetters(text: string, from: number, count: number): string {
  let seen = 0;
  let kept = "";
  for (const unit of text) {
    const isBlank = /\s/.test(unit);
    if (isBlank || seen < from || seen >= from + count) kept += unit;
    if (!isBlank) seen += unit.length;
  }
  return kept.replace(/\s{2,}/g, " ");
}

function bare(text: string): string {
  return text.replace(/\s+/g, "");
}
