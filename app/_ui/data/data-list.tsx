import type { ReactNode } from "react";

type DataListProps = {
  items: readonly { term: string; value: ReactNode; wide?: boolean }[];
  /** grid: ids of a subject in columns; lines: term at the left, sentence at the right. */
  form?: "grid" | "lines";
};

/** Terms and what they are. */
export const DataList = ({ items, form = "grid" }: DataListProps) => (
  <dl className={form === "grid" ? "pairs" : "pairs pairs--lines"}>
    {items.map((item) => (
      <div key={item.term} className={item.wide ? "wide" : undefined}>
        <dt>{item.term}</dt>
        <dd>{item.value}</dd>
      </div>
    ))}
  </dl>
);
