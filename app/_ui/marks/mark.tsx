import { type MarkName, markShapes } from "./mark-shapes";

export type Tone = "ink" | "rubric" | "verdigris" | "ochre" | "lapis";

type MarkProps = {
  name: MarkName;
  /** Spoken name; without one the mark is silent and words must stand beside it. */
  label?: string;
  tone?: Tone;
};

/** A drawn sign of 14 px in the colour of the text around it, or of a meaning. */
export const Mark = ({ name, label, tone = "ink" }: MarkProps) => {
  const className = tone === "ink" ? "mark" : `mark in-${tone}`;
  return label === undefined ? (
    <svg className={className} viewBox="0 0 14 14" aria-hidden="true">
      {markShapes[name]}
    </svg>
  ) : (
    <svg className={className} viewBox="0 0 14 14" role="img" aria-label={label}>
      {markShapes[name]}
    </svg>
  );
};
