import Link from "next/link";
import { ScrollRegion } from "../a11y/scroll-region";
import { Mark } from "../marks/mark";
import { Siglum } from "../marks/siglum";
import { StateMark } from "../marks/state-mark";
import { type State, stateMark, stateWords } from "../marks/states";

type CellState = Extract<State, "agrees" | "conflict" | "open" | "not_comparable" | "by_jurisdiction">;
export type MatrixSource = { number: number; title: string; tier: number };
export type MatrixRow = {
  key: string;
  fact: string;
  /** The unit of the row's values, or what kind they are: "h", "date". */
  unit?: string;
  /** The fact's entry in the ledger. */
  href?: string;
  /** One per source, in their order; null says nothing. */
  cells: readonly ({ value: string; state: CellState } | null)[];
  /** "4 agree", "set apart", "kept open". */
  outcome: { state: CellState; words: string };
  chosen?: boolean;
};
export type MatrixGroup = { key: string; name: string; rows: readonly MatrixRow[] };

type AgreementMatrixProps = { sources: readonly MatrixSource[]; groups: readonly MatrixGroup[] };

/** Facts down, sources across. Every cell has the value as its source has it, a mark, then colour; the outcome stands at the end of the row. */
export const AgreementMatrix = ({ sources, groups }: AgreementMatrixProps) => (
  <ScrollRegion label="Agreement matrix">
    <table className="matrix">
      <caption className="vh">Facts by row, sources by column: what each source says and whether the sources agree</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="label">Fact and unit</span>
          </th>
          {sources.map((source) => (
            <th key={source.number} scope="col">
              <span className="matrix__source">
                <Siglum>{source.number}</Siglum>
                <span className="matrix__title">{source.title}</span>
                <span className="dim">tier {source.tier}</span>
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
          <tr className="matrix__group">
            <th scope="rowgroup" colSpan={sources.length + 2}>
              <span>{group.name}</span>
            </th>
          </tr>
          {group.rows.map((row) => (
            <tr key={row.key} className={row.chosen ? "matrix__chosen" : undefined}>
              <th scope="row">
                {row.href ? <Link href={row.href}>{row.fact}</Link> : row.fact}
                {row.unit ? <small>{row.unit}</small> : null}
              </th>
              {sources.map((source, index) => (
                <td key={source.number}>
                  <Cell cell={row.cells[index] ?? null} />
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

const Cell = ({ cell }: { cell: MatrixRow["cells"][number] }) => {
  const state = cell?.state ?? "silent";
  return (
    <span className={`cell cell--${state}`}>
      <Mark name={stateMark(state)} label={stateWords(state)} />
      {cell?.value}
    </span>
  );
};

const keys = ["agrees", "conflict", "open", "not_comparable", "by_jurisdiction", "silent"] as const;

/** What the marks in the cells mean. */
export const MatrixKey = () => (
  <p className="keyrow mt-3">
    {keys.map((key) => (
      <StateMark key={key} state={key}>
        {key === "conflict" ? "differs from the resolved value" : stateWords(key)}
      </StateMark>
    ))}
  </p>
);
