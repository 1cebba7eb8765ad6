// How much a call is expected to cost, and how much is set aside while it is under way. Setting aside the most is what keeps a cap: see reserve-call.
import type { UnitPrices } from "../schema";
import { toTicks, toUsd } from "./money";
import { costTicks } from "./price";
import { unnamedUsage, usages } from "./usage";

export type Guard = {
  /** Dollars expected; null when no price is known. */
  readonly usd: number | null;
  readonly estimateTicks: number;
  readonly reserveTicks: number;
  readonly reason: string;
};

export type GuardInput = {
  readonly provider: string;
  readonly model: string | null;
  readonly prices: UnitPrices | null;
  /** What the provider itself says a question costs; 0: it is free. */
  readonly statedUsd: number;
  /** For a call without a known price. */
  readonly unknownUsd: number;
  /** The dearest call to this provider and model so far, ticks. */
  readonly dearestTicks: number;
};

export function guardOf({ provider, model, prices, statedUsd, unknownUsd, dearestTicks }: GuardInput): Guard {
  if (prices) {
    const { usual, most } = usages[provider] ?? unnamedUsage;
    const estimateTicks = costTicks(prices, usual);
    const reserveTicks = Math.max(costTicks(prices, most), estimateTicks, dearestTicks);
    return { usd: toUsd(estimateTicks), estimateTicks, reserveTicks, reason: `Price of ${model ?? provider} times what a question usually uses.` };
  }
  if (statedUsd === 0 && model === null) return { usd: 0, estimateTicks: 0, reserveTicks: 0, reason: "Free." };
  const unknown = toTicks(unknownUsd);
  if (statedUsd > 0) {
    const estimateTicks = toTicks(statedUsd);
    const reason = model === null ? "As the provider is set up." : `A rough figure: no price is known for ${model}.`;
    return { usd: statedUsd, estimateTicks, reserveTicks: Math.max(estimateTicks, unknown, dearestTicks), reason };
  }
  const reserveTicks = Math.max(unknown, dearestTicks);
  const reason = `No price is set for ${model}; ${unknownUsd} dollars are set aside for each question.`;
  return { usd: null, estimateTicks: unknown, reserveTicks, reason };
}
