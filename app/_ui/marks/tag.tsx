import type { ReactNode } from "react";

type TagProps = {
  children: ReactNode;
  /** strong: tier 1, the label of record; ochre: what is open, such as a superseded edition. */
  weight?: "plain" | "strong" | "ochre";
};

/** A word in a hairline frame, for a property that is read at a glance. */
export const Tag = ({ children, weight = "plain" }: TagProps) => (
  <span className={weight === "plain" ? "tag" : `tag tag--${weight}`}>{children}</span>
);
