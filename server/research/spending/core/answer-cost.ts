// What an answer cost in all: the sum of its calls, a repeated one among them. What is not known stays said.
import type { Cost } from "../../providers/schema";
import { toUsd } from "./money";

export type CallCost = {
  readonly state: "open" | "settled" | "lost";
  readonly costTicks: number | null;
  readonly basis: Cost["basis"] | null;
  readonly reason: string | null;
};

export function answerCost(calls: readonly CallCost[]): Cost {
  const known = calls.filter((call) => call.costTicks !== null);
  const unknown = calls.filter((call) => call.costTicks === null);
  const usd = toUsd(known.reduce((sum, call) => sum + (call.costTicks ?? 0), 0));
  const several = calls.length > 1 ? { calls: calls.length } : {};
  if (unknown.length > 0) {
    const why = unknown[0]?.reason ?? "It was given up while it was being asked.";
    const reason = calls.length > 1 ? `${unknown.length} of ${calls.length} calls have no known cost. ${why}` : why;
    return { usd: usd > 0 ? usd : null, basis: "unknown", reason, ...several };
  }
  const basis = known.some((call) => call.basis === "estimated") ? "estimated" : known.some((call) => call.basis === "billed") ? "billed" : "free";
  const reason = known.find((call) => call.basis === basis && call.reason !== null)?.reason;
  return { usd, basis, ...(reason ? { reason } : {}), ...several };
}
