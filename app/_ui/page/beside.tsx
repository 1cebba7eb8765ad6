import type { ReactNode } from "react";

type BesideProps = {
  children: ReactNode;
  aside: ReactNode;
  /** Name of the aside. */
  label: string;
  /** narrow: timeline and events. */
  width?: "normal" | "narrow";
  /** The aside stays in view while the page scrolls. */
  stick?: boolean;
};

/** What is read, and what stands beside it at the right; one above the other when narrow. */
export const Beside = ({ children, aside, label, width = "normal", stick = false }: BesideProps) => (
  <div className={width === "narrow" ? "beside beside--narrow" : "beside"}>
    <div>{children}</div>
    <aside aria-label={label} className={stick ? "stick" : undefined}>
      {aside}
    </aside>
  </div>
);
