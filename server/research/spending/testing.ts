// For tests of spending: plans of calls.
import { newId } from "@/server/platform/ids";
import type { Guard } from "./core/guard";
import { toTicks } from "./core/money";
import type { CallPlan } from "./reserve-call";

export function guard(estimateUsd: number, mostUsd: number): Guard {
  return { usd: estimateUsd, estimateTicks: toTicks(estimateUsd), reserveTicks: toTicks(mostUsd), reason: "For a test." };
}

/** A plan of a call for an account and request of its own. */
export function plan(change: Partial<CallPlan> = {}): CallPlan {
  return {
    ownerId: newId(),
    request: { id: newId(), capUsd: 1 },
    answerId: null,
    provider: "oracle",
    name: "Oracle",
    model: "m",
    purpose: "ask",
    attempt: 1,
    guard: guard(0.1, 0.3),
    ...change,
  };
}
