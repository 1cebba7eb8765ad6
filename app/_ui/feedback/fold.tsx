import type { ReactNode } from "react";
import { Mark } from "../marks/mark";

type FoldProps = {
  /** The words that open it: "How 91 is made". */
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  id?: string;
  /** withheld, score: their own frame. */
  frame?: "withheld" | "score";
};

/** A part that can be folded away; on paper it is always open. */
export const Fold = ({ summary, children, open = false, id, frame }: FoldProps) => (
  <details className={frame ? `more ${frame}` : "more"} open={open} id={id}>
    <summary>
      <Mark name="chevron" />
      {summary}
    </summary>
    {children}
  </details>
);
