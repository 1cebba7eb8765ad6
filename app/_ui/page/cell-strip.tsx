export type CellState = "done" | "running" | "queued" | "nothing_found" | "blocked" | "failed";

type CellStripProps = {
  cells: readonly { key: string; state: CellState }[];
  /** "9 done, 1 failed, 3 running, 4 queued". */
  label: string;
};

/** One cell per job, each in the picture of how it ended. */
export const CellStrip = ({ cells, label }: CellStripProps) => (
  <div className="cells" role="img" aria-label={label}>
    {cells.map((cell) => (
      <i key={cell.key} className={`cells__${cell.state}`} />
    ))}
  </div>
);
