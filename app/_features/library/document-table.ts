// A table as Markdown writes it, cell by cell at their places in the text.

export type Cell = { readonly start: number; readonly end: number };

const rule = /^[\s|:-]+$/;

/** Rows of cells of the stretch of `text`; the line that only rules off the head is left out. */
export function tableRows(text: string, stretch: { start: number; end: number }): Cell[][] {
  const rows: Cell[][] = [];
  let at = stretch.start;
  for (const line of text.slice(stretch.start, stretch.end).split("\n")) {
    if (!rule.test(line)) rows.push(cellsOf(line, at));
    at += line.length + 1;
  }
  return rows;
}

function cellsOf(line: string, from: number): Cell[] {
  const cells: Cell[] = [];
  let at = from;
  for (const [index, part] of line.split("|").entries()) {
    const words = part.trim();
    const start = at + (words === "" ? 0 : part.indexOf(words));
    // Before the first bar and behind the last there is nothing.
    if (index > 0) cells.push({ start, end: start + words.length });
    at += part.length + 1;
  }
  const last = cells.at(-1);
  return last && last.start === last.end ? cells.slice(0, -1) : cells;
}
