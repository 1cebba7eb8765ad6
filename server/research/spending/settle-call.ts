// After a call: what it cost takes the place of what was set aside. Also for a call that came back after its request was cancelled.
import type { Queryable, Tx } from "@/db/client";
import type { Answer, Cost } from "../providers/schema";
import { answerCost } from "./core/answer-cost";
import { toTicks } from "./core/money";
import { callsOfAnswer, endCall, estimateLost, loseCalls } from "./store";

export type CallEnd = {
  readonly callId: string;
  readonly cost: Cost;
  readonly outcome: Answer["status"];
  readonly errorKind: string | null;
  readonly endedAt: Date;
};

const asMuchAsRepeated = "Variorum ended before the answer was stored; counted as much as the call that repeated it.";

/** Writes what a call cost, once: a call that was settled stays as it is. */
export async function settleCall(tx: Tx, end: CallEnd): Promise<void> {
  const { cost, outcome, errorKind, endedAt } = end;
  const costTicks = cost.usd === null ? null : toTicks(cost.usd);
  const row = await endCall(tx, end.callId, {
    state: "settled",
    costTicks,
    basis: cost.basis,
    reason: cost.reason ?? null,
    outcome,
    errorKind,
    endedAt,
  });
  const whole = outcome === "ok" || outcome === "partial";
  if (row?.answerId && row.attempt > 1 && costTicks !== null && whole) await estimateLost(tx, row.answerId, costTicks, asMuchAsRepeated);
}

/** What all calls for an answer cost together; null when none was made. */
export async function costOfAnswer(db: Queryable, answerId: string): Promise<Cost | null> {
  const calls = await callsOfAnswer(db, answerId);
  return calls.length === 0 ? null : answerCost(calls);
}

/** Nobody waits any more for the calls of these answers; what they cost is not known until they come back after all. */
export async function giveUpCalls(tx: Tx, answerIds: readonly string[], now: Date): Promise<void> {
  await loseCalls(tx, answerIds, { reason: "It was given up while it was being asked.", endedAt: now });
}
