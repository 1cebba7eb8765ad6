import type { Score } from "@/server/research/scoring/schema";
import { ringArcs } from "../figures/ring";

type ConfidenceRingProps = {
  score: Score;
  size?: "normal" | "tile";
  /** "Confidence" or "Quality". */
  what?: string;
  /** The id of the table that adds it up; the ring then links to it. */
  explainedBy?: string;
};

/** A score as arcs: length is a signal's weight, the inked part its value. Under 75 it is drawn in ochre. */
export const ConfidenceRing = ({ score, size = "normal", what = "Confidence", explainedBy }: ConfidenceRingProps) => {
  const className = ["score-ring", size === "tile" && "score-ring--tile", score.value < 75 && "score-ring--low"].filter(Boolean).join(" ");
  const label = `${what} ${score.value} of 100`;
  const drawing = (
    <svg className={className} viewBox="0 0 44 44" role="img" aria-label={label}>
      {ringArcs(score.signals).map((arc) => (
        <g key={arc.name}>
          <path className="score-ring__bed" d={arc.bed} />
          {arc.ink ? <path className="score-ring__ink" d={arc.ink} /> : null}
        </g>
      ))}
      <text x="22" y="26.5" textAnchor="middle">
        {score.value}
      </text>
    </svg>
  );
  return explainedBy === undefined ? (
    drawing
  ) : (
    <a className="score-ring-link" href={`#${explainedBy}`} aria-label={`${label}: how it is made`}>
      {drawing}
    </a>
  );
};
