import type { ReactNode } from "react";

export type LemmaState = "conflict" | "open" | "not_comparable" | "by_jurisdiction";

type LemmaProps = {
  state: LemmaState;
  /** Where its line stands in the apparatus: "#variant-6". */
  href?: string;
  children: ReactNode;
};

/** Words of the text that have variants: wavy for a conflict, dashed when open, dotted when not comparable. */
export const Lemma = ({ state, href, children }: LemmaProps) =>
  href ? (
    <a className={`lemma lemma--${state}`} href={href}>
      {children}
    </a>
  ) : (
    <span className={`lemma lemma--${state}`}>{children}</span>
  );
