import type { ReactNode } from "react";
import type { Conflict } from "@/server/research/conflicts/schema";
import { DataList } from "../data/data-list";
import { StateMark } from "../marks/state-mark";
import { conflictState } from "./conflict-state";

type ConflictEntryProps = {
  /** For the ledger's index and links from the text. */
  id: string;
  /** The fact: "Elimination half-life". */
  title: string;
  conflict: Pick<Conflict, "kind" | "status" | "severity" | "strategy" | "statement" | "override">;
  /** A VariantPlot or a SideBySide. */
  figure?: ReactNode;
  /** Strategy, outcome, the losing side with its quotes, why. */
  outcome: readonly { term: string; value: ReactNode }[];
  /** What can be done about it. */
  children?: ReactNode;
};

/** One disagreement with everything that is known about it; the losing side keeps its number and its quote. */
export const ConflictEntry = ({ id, title, conflict, figure, outcome, children }: ConflictEntryProps) => {
  const { state, words } = conflictState(conflict);
  return (
    <article className="entry" id={id} aria-labelledby={`${id}-title`}>
      <div className="entry__head">
        <h2 id={`${id}-title`}>{title}</h2>
        <StateMark state={state}>{words}</StateMark>
      </div>
      <p className="entry__lead">{conflict.statement}</p>
      {figure}
      <div className="entry__outcome">
        <DataList form="lines" items={outcome} />
      </div>
      {children}
    </article>
  );
};
