import type { ReactNode } from "react";
import { Leaf } from "../run/leaf";

type EmptyStateProps = {
  /** Says what will stand here and what to do next. */
  children: ReactNode;
  actions?: ReactNode;
};

/** An empty place: a blank leaf and a sentence. */
export const EmptyState = ({ children, actions }: EmptyStateProps) => (
  <div className="empty">
    <Leaf picture="empty" />
    <div className="empty__body">
      <div className="meta">{children}</div>
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  </div>
);
