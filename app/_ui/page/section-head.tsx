import type { ReactNode } from "react";

type SectionHeadProps = {
  /** For aria-labelledby of the section. */
  id?: string;
  title: ReactNode;
  /** A sentence or a key row beside the title. */
  children?: ReactNode;
};

/** The h2 of a section with what is said beside it. */
export const SectionHead = ({ id, title, children }: SectionHeadProps) => (
  <div className="sec">
    <h2 id={id}>{title}</h2>
    {children}
  </div>
);
