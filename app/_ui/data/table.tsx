import type { Key, ReactNode } from "react";
import { ScrollRegion } from "../a11y/scroll-region";

export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers and buttons stand at the right. */
  end?: boolean;
  /** Takes a line of its own where rows are stacked. */
  wide?: boolean;
};

type TableProps<Row> = {
  /** What the table is of; spoken, and the name of its scroll region. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  /** Narrow: scroll sideways, or stack each row where it needs a decision. */
  narrow?: "scroll" | "stack";
};

/** Rows and columns; the first column names the row. */
export const Table = <Row,>({ caption, columns, rows, rowKey, narrow = "scroll" }: TableProps<Row>) => (
  <ScrollRegion label={caption}>
    <table className={narrow === "stack" ? "data data--stack" : "data"}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.end ? "r" : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) => {
              const className = [column.end && "r", column.wide && "wide"].filter(Boolean).join(" ") || undefined;
              return index === 0 ? (
                <th key={column.key} scope="row" className={className}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={className}>
                  {column.cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);
