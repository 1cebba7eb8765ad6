import type { ReactNode } from "react";

type LiveRegionProps = {
  /** Changing words are spoken when the reader pauses. Keep them short, and render the region before it has any. */
  children?: ReactNode;
  /** Shown as a line of small text, or only spoken. */
  shown?: boolean;
};

/** A polite announcement. */
export const LiveRegion = ({ children, shown = false }: LiveRegionProps) => (
  <div role="status" className={shown ? "meta" : "vh"}>
    {children}
  </div>
);
