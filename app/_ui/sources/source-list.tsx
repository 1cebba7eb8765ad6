import type { ReactNode } from "react";
import { LadderKey } from "./verification-ladder";

type SourceListProps = {
  /** A sentence under the heading. */
  lead?: ReactNode;
  /** There is none: the lead says so, and nothing needs explaining. */
  empty?: boolean;
  /** SourceEntry parts in the order of their numbers. */
  children?: ReactNode;
};

/** The apparatus beside or under the text. */
export const SourceList = ({ lead, empty = false, children }: SourceListProps) => (
  <aside className="apparatus" aria-labelledby="sources">
    <h2 id="sources">Sources</h2>
    {lead ? <p className="meta">{lead}</p> : null}
    {empty ? null : (
      <>
        <ol>{children}</ol>
        <LadderKey />
      </>
    )}
  </aside>
);
