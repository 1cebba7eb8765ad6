import type { ReactNode } from "react";
import { LadderKey } from "./verification-ladder";

type SourceListProps = {
  /** A sentence under the heading. */
  lead?: ReactNode;
  /** SourceEntry parts in the order of their numbers. */
  children: ReactNode;
};

/** The apparatus beside or under the text. */
export const SourceList = ({ lead, children }: SourceListProps) => (
  <aside className="apparatus" aria-labelledby="sources">
    <h2 id="sources">Sources</h2>
    {lead ? <p className="meta">{lead}</p> : null}
    <ol>{children}</ol>
    <LadderKey />
  </aside>
);
