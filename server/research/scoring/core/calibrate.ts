// Platt scaling (1999): a straight line over the log-odds of a score. It changes what a score promises, never the order of scores.
import type { calibration } from "./weights";

export type Line = (typeof calibration)["gate"];

/** Scores of 0 and 1 promise certainty, which no counted signal gives. */
const margin = 1e-4;

/** The share of statements with this score (0 to 1) that are expected to be right. */
export function calibrated(score: number, { intercept, slope }: Line): number {
  return 1 / (1 + Math.exp(-(intercept + slope * logOdds(score))));
}

/** log(p / (1 - p)), bounded. */
export function logOdds(score: number): number {
  const inside = Math.min(1 - margin, Math.max(margin, score));
  return Math.log(inside / (1 - inside));
}
