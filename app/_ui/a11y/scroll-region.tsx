import type { ReactNode } from "react";

type ScrollRegionProps = {
  /** What scrolls sideways: "Agreement matrix". */
  label: string;
  children: ReactNode;
};

/** Holds what may be wider than the page; it can be reached and scrolled by keyboard. */
export const ScrollRegion = ({ label, children }: ScrollRegionProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus to be scrolled by keyboard
  <section className="scroll" aria-label={`${label}, scrolls sideways`} tabIndex={0}>
    {children}
  </section>
);
