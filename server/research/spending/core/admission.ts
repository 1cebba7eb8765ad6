// Whether one more call fits under a cap. Calls under way count with the most they may cost, the new one with what is expected.
// So only the call admitted last can pass the cap, and by no more than what it costs above its estimate.

export type Sums = {
  /** Known costs, and for calls whose cost is not known what was set aside for them. */
  readonly spentTicks: number;
  /** Set aside for calls under way. */
  readonly openTicks: number;
};

/** "wait": there is money left, but calls under way may need it. */
export function admission(sums: Sums, estimateTicks: number, capTicks: number): "granted" | "wait" | "refused" {
  if (sums.spentTicks + estimateTicks > capTicks) return "refused";
  return sums.spentTicks + sums.openTicks + estimateTicks > capTicks ? "wait" : "granted";
}
