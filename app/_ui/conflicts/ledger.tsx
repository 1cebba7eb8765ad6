import type { ReactNode } from "react";
import { StateMark } from "../marks/state-mark";
import type { ConflictState } from "./conflict-state";

type LedgerProps = {
  /** One per ConflictEntry, in the same order. */
  index: readonly ({ id: string; title: string; place?: string; current?: boolean } & ConflictState)[];
  /** ConflictEntry parts. */
  children: ReactNode;
  note?: ReactNode;
};

/** The index of entries at the side, the entries beside it. */
export const Ledger = ({ index, children, note }: LedgerProps) => (
  <div className="ledger">
    <nav className="index" aria-label="Entries">
      <ol>
        {index.map((entry) => (
          <li key={entry.id}>
            <a href={`#${entry.id}`} aria-current={entry.current ? "true" : undefined}>
              <span className="index__name">{entry.title}</span>
              {entry.place ? <span className="note">{entry.place}</span> : null}
              <StateMark state={entry.state}>{entry.words}</StateMark>
            </a>
          </li>
        ))}
      </ol>
      {note ? <p className="note mt-3">{note}</p> : null}
    </nav>
    <div>{children}</div>
  </div>
);
