// A DOM tree as text: one line per block, rows of tables as lines, list entries marked, headings remembered.

const blocks = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul caption".split(
    " ",
  ),
);
/** Blocks that a blank line does not part from their neighbours. */
const tight = new Set(["li", "dd", "tr", "tbody", "thead", "tfoot"]);
/** Nesting beyond this is made to break parsers, not to be read. */
const deepest = 400;
const elementNode = 1;
const textNode = 3;

type Writer = { parts: string[]; length: number; line: string; headings: number[]; blankBefore: boolean; isCut: boolean };
/** `isCut`: something was nested too deep to be read. */
export type BlockText = { text: string; headings: number[]; isCut: boolean };

const empty = (): Writer => ({ parts: [], length: 0, line: "", headings: [], blankBefore: false, isCut: false });

export function blockText(root: Node): BlockText {
  const out = empty();
  walk(root, out, 0, false);
  endLine(out, false);
  return { text: out.parts.join(""), headings: out.headings, isCut: out.isCut };
}

function walk(node: Node, out: Writer, depth: number, pre: boolean): void {
  if (depth > deepest) {
    out.isCut = true;
    return;
  }
  if (node.nodeType === textNode) write(node.textContent ?? "", out, pre);
  else if (node.nodeType === elementNode) writeElement(node, out, depth, pre);
}

function writeElement(node: Node, out: Writer, depth: number, pre: boolean): void {
  const name = node.nodeName.toLowerCase();
  if (name === "tr") writeRow(node, out, depth);
  else if (name === "br") endLine(out, false);
  else if (blocks.has(name)) {
    endLine(out, false);
    if (!tight.has(name)) out.blankBefore = true;
    if (name === "li") out.line += "- ";
    for (const child of node.childNodes) walk(child, out, depth + 1, pre || name === "pre");
    endLine(out, /^h[1-6]$/.test(name));
    if (!tight.has(name)) out.blankBefore = true;
  } else for (const child of node.childNodes) walk(child, out, depth + 1, pre);
}

function write(raw: string, out: Writer, pre: boolean): void {
  const text = raw.toWellFormed().replaceAll("\0", "").replaceAll("\u00AD", "");
  if (!pre) {
    out.line += text.replace(/[^\S\u00A0]+/g, " ");
    return;
  }
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (index > 0) endLine(out, false);
    out.line += line;
  }
}

function writeRow(row: Node, out: Writer, depth: number): void {
  endLine(out, false);
  const cells: string[] = [];
  for (const cell of row.childNodes) {
    if (cell.nodeType !== elementNode) continue;
    const inner = empty();
    for (const child of cell.childNodes) walk(child, inner, depth + 2, false);
    endLine(inner, false);
    out.isCut ||= inner.isCut;
    cells.push(inner.parts.join("").replace(/\s+/g, " ").trim());
  }
  if (cells.some((cell) => cell !== "")) out.line = cells.join(" | ");
  endLine(out, false);
}

function endLine(out: Writer, heading: boolean): void {
  const line = out.line.replace(/[^\S\u00A0]+/g, " ").trim();
  out.line = "";
  if (line === "" || line === "-") return;
  const gap = out.length === 0 ? "" : out.blankBefore ? "\n\n" : "\n";
  out.blankBefore = false;
  out.parts.push(gap);
  if (heading) out.headings.push(out.length + gap.length);
  out.parts.push(line);
  out.length += gap.length + line.length;
}
