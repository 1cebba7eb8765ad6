import Link from "next/link";
import type { ReactNode } from "react";
import { ScrollRegion } from "../a11y/scroll-region";
import { Mark } from "../marks/mark";
import { Siglum } from "../marks/siglum";
import { StateMark } from "../marks/state-mark";
import { type State, stateMark, stateWords } from "../marks/states";

type CellState = Extract<State, "agrees" | "conflict" | "open" | "not_comparable" | "by_jurisdiction" | "alone">;
export type MatrixColumn = {
  key: string;
  /** The number of a source; none for what is no source. */
  number?: number;
  title: string;
  /** A line below the title. */
  note: string;
  /** Why its empty cells are empty, where it does not just say nothing. */
  absent?: { state: State; words: string };
};
export type MatrixRow = {
  key: string;
  fact: string;
  /** The unit of the row's values, or what kind they are: "h", "date". */
  unit?: string;
  /** The fact's entry in the ledger. */
  href?: string;
  /** One per column, in their order; null says nothing. `aside` says in what lesser way it is said: it is set in italics. */
  cells: readonly ({ value: string; state: CellState; aside?: string } | null)[];
  /** Why a cell is empty, one per column, where it is not the column's own reason. */
  gaps?: readonly (MatrixColumn["absent"] | null)[];
  /** "4 agree", "set apart", "kept open". */
  outcome: { state: CellState; words: string };
  chosen?: boolean;
};
/** A group without a name has no line of its own. */
export type MatrixGroup = { key: string; name?: string; rows: readonly MatrixRow[] };

type AgreementMatrixProps = {
  columns: readonly MatrixColumn[];
  groups: readonly MatrixGroup[];
  /** What the columns are: "source", "provider". */
  of: "source" | "provider";
  /** What the rows are. */
  rows?: { caption: string; head: string };
};

/** Facts down, sources or providers across. Every cell has the value as it is said, a mark, then colour; the outcome stands at the end of the row. */
export const AgreementMatrix = ({ columns, groups, of, rows = { caption: "Facts", head: "Fact and unit" } }: AgreementMatrixProps) => (
  <ScrollRegion label="Agreement matrix">
    <table className={of === "provider" ? "matrix matrix--slim" : "matrix"}>
      <caption className="vh">
        {rows.caption} by row, {of}s by column: what each {of} says and whether they agree
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="label">{rows.head}</span>
          </th>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              <span className="matrix__source">
                {column.number === undefined ? null : <Siglum>{column.number}</Siglum>}
                <span className="matrix__title">{column.title}</span>
                <span className="dim">{column.note}</span>
              </span>
            </th>
          ))}
          <th scope="col" className="matrix__outcome">
            <span className="label">Outcome</span>
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key}>
          {group.name === undefined ? null : (
            <tr className="matrix__group">
              <th scope="rowgroup" colSpan={columns.length + 2}>
                <span>{group.name}</span>
              </th>
            </tr>
          )}
          {group.rows.map((row) => (
            <tr key={row.key} className={row.chosen ? "matrix__chosen" : undefined}>
              <th scope="row">
                {row.href ? <Link href={row.href}>{row.fact}</Link> : row.fact}
                {row.unit ? <small>{row.unit}</small> : null}
              </th>
              {columns.map((column, index) => (
                <td key={column.key}>
                  <Cell cell={row.cells[index] ?? null} absent={row.gaps?.[index] ?? column.absent} />
                </td>
              ))}
              <td className="matrix__outcome">
                <StateMark state={row.outcome.state}>{row.outcome.words}</StateMark>
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  </ScrollRegion>
);

const Cell = ({ cell, absent }: { cell: MatrixRow["cells"][number]; absent: MatrixColumn["absent"] }) => {
  if (cell === null) {
    return (
      <span className="cell cell--silent">
        <Mark name={stateMark(absent?.state ?? "silent")} label={absent?.words ?? stateWords("silent")} />
      </span>
    );
  }
  return (
    <span className={`cell cell--${cell.state}${cell.aside === undefined ? "" : " cell--aside"}`}>
      <Mark name={stateMark(cell.state)} label={stateWords(cell.state)} />
      {cell.value}
      {cell.aside === undefined ? null : <span className="vh">, {cell.aside}</span>}
    </span>
  );
};

const keys = ["agrees", "conflict", "open", "not_comparable", "by_jurisdiction", "silent"] as const;

/** What the marks in the cells mean; those of the states that are named. */
export const MatrixKey = ({ states = keys, children }: { states?: readonly State[]; children?: ReactNode }) => (
  <p className="keyrow mt-3">
    {states.map((key) => (
      <StateMark key={key} state={key}>
        {key === "conflict" ? "differs from the resolved value" : stateWords(key)}
      </StateMark>
    ))}
    {children}
  </p>
);
