// Rows of tables, as Markdown writes them and as HTML is turned into text: cells between bars, the header in the topmost row. A header that names a
// fact is read together with each cell below it; a header that names an arm makes the row an incidence of the term in its first cell.
import type { Fact } from "../../categories/schema";
import type { ClaimValue, Qualifiers } from "../schema";
import { analyse } from "./analyse";
import { armOf, cleanTerm, isArm } from "./incidence-terms";
import { linkQuantities } from "./link";
import { type FactIndex, findMentions, holdsPhrase } from "./mentions";
import type { Sentence } from "./sentences";

export type TableHit = { fact: Fact; value: ClaimValue; start: number; end: number; qualifiers: Qualifiers };
type Cell = { text: string; start: number };
type Row = { header: readonly string[]; cells: readonly Cell[] };

/** How far above a row its header is looked for. */
const reach = 8000;
const separator = /^[\s|:–-]+$/;

/** Claims of a table row that need its header; offsets into the row. Rows whose first cell names the fact are read as sentences, not here. */
export function readTableRow(text: string, sentence: Sentence, facts: readonly Fact[], index: FactIndex): TableHit[] {
  const row = rowAt(text, sentence);
  if (!row) return [];
  const named = new Set(findMentions(index, analyse(row.cells[0]?.text ?? "").lower).map((mention) => mention.fact));
  return [...readColumns(row, named, index), ...readArms(row, facts)];
}

function readColumns({ header, cells }: Row, named: ReadonlySet<Fact>, index: FactIndex): TableHit[] {
  // What rules a fact out in a sentence does so in any cell of the row and its heads.
  const around = [...header, ...cells.map((cell) => cell.text)].join("; ").toLowerCase();
  const ruledOut = ({ excludeCue }: Fact): boolean => excludeCue !== undefined && holdsPhrase(around, excludeCue);
  return cells.flatMap((cell, column) => {
    const head = header[column] ?? "";
    if (column === 0 || head === "" || cell.text === "") return [];
    const prefix = `${head}: `;
    const { plain, lower, quantities } = analyse(prefix + cell.text);
    const mentions = findMentions(index, lower).filter(
      (mention) => mention.end <= prefix.length && !named.has(mention.fact) && !ruledOut(mention.fact),
    );
    if (mentions.length === 0) return [];
    const inCell = quantities().filter((quantity) => quantity.numberStart >= prefix.length);
    return linkQuantities(plain, mentions, inCell).map(({ mention, quantity, reading }) => ({
      fact: mention.fact,
      value: reading.value,
      start: cell.start + Math.max(0, quantity.start - prefix.length),
      end: cell.start + Math.max(0, quantity.end - prefix.length),
      qualifiers: stated(`${cells[0]?.text ?? ""}; ${head}`),
    }));
  });
}

function readArms({ header, cells }: Row, facts: readonly Fact[]): TableHit[] {
  const incidence = facts.filter((fact) => fact.kind === "incidence");
  const control = header.findIndex((head, column) => column > 0 && isArm(head));
  if (incidence.length === 0 || control < 0) return [];
  const treated = header.findIndex(
    (head, column) => column > 0 && column !== control && head !== "" && share(cells[column], header, column) !== null,
  );
  if (treated < 0) return [];
  return incidence.flatMap((fact) => {
    const term = cleanTerm(fact, cells[0]?.text ?? "");
    if (!term) return [];
    return [
      [treated, "treatment"],
      [control, armOf(header[control] ?? "")],
    ].flatMap(([column, arm]): TableHit[] => {
      const cell = cells[Number(column)];
      const percent = share(cell, header, Number(column));
      if (!cell || percent === null) return [];
      const value: ClaimValue = { kind: "quantity", value: percent.value, op: percent.op, approx: false, unit: "%", unitAssumed: !percent.own };
      return [
        {
          fact,
          value,
          start: cell.start,
          end: cell.start + cell.text.length,
          qualifiers: { ...stated(header[Number(column)] ?? ""), term, arm: String(arm) },
        },
      ];
    });
  });
}

// "53.2%", "75 (53.2)" under "n (%)", "<1" under "%".
function share(cell: Cell | undefined, header: readonly string[], column: number): { value: number; op: "=" | "<"; own: boolean } | null {
  const match = /^(<\s?)?(\d+(?:\.\d+)?)(\s?%)?(?:\s?\((<\s?)?(\d+(?:\.\d+)?)(\s?%)?\))?$/.exec(cell?.text.replace(/[*_]/g, "").trim() ?? "");
  if (!match) return null;
  const percentHead = /%|per ?cent/i.test(header[column] ?? "") || /%|per ?cent/i.test(header[0] ?? "");
  const second = match[5] !== undefined && match[3] === undefined;
  const own = match[second ? 6 : 3] !== undefined;
  if (!own && !percentHead) return null;
  const value = Number(second ? match[5] : match[2]);
  return value <= 100 ? { value, op: (second ? match[4] : match[1]) ? "<" : "=", own } : null;
}

function stated(words: string): Qualifiers {
  const found: Qualifiers = {};
  for (const mark of analyse(words).marks()) found[mark.key] ??= mark.value;
  return found;
}

function rowAt(text: string, sentence: Sentence): Row | null {
  if (!sentence.text.includes("|") || sentence.text.includes("\n") || separator.test(sentence.text)) return null;
  const cells = cellsOf(sentence.text);
  if (cells.length < 2) return null;
  const above = text
    .slice(Math.max(0, sentence.start - reach), sentence.start)
    .split("\n")
    .slice(0, -1);
  let topmost: string | null = null;
  for (const line of above.reverse()) {
    if (!line.includes("|")) break;
    if (!separator.test(line)) topmost = line;
  }
  // Taken apart once: of a long table, every row looks up through hundreds.
  const header = topmost === null ? [] : cellsOf(topmost.trim());
  return header.length === cells.length ? { header: header.map((cell) => cell.text), cells } : null;
}

function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const part of line.split("|")) {
    const text = part.trim();
    cells.push({ text, start: at + (part.length - part.trimStart().length) });
    at += part.length + 1;
  }
  // The outer bars of Markdown leave an empty cell at each end.
  if (line.startsWith("|")) cells.shift();
  if (line.endsWith("|")) cells.pop();
  return cells;
}
