import type { ReactNode } from "react";

type ProgressLineProps = {
  /** 0 to 1; null when how much there is cannot be known, and then a point breathes before the words. */
  value: number | null;
  /** What is being done, with numbers when there are some: "Reading 89 of 212." Spoken politely. */
  children: ReactNode;
};

/** What is under way, never without words. */
export const ProgressLine = ({ value, children }: ProgressLineProps) => (
  <div className="progress">
    {value === null ? null : (
      <svg aria-hidden="true">
        <rect width={`${Math.round(Math.min(1, Math.max(0, value)) * 1000) / 10}%`} height="2" />
      </svg>
    )}
    <div className="meta row" role="status">
      {value === null ? <span className="pulse" aria-hidden="true" /> : null}
      <span>{children}</span>
    </div>
  </div>
);
