// Before a call: set aside the most it may cost, under the request's cap and the account's cap for the month, in one transaction.
import type { Queryable, Tx } from "@/db/client";
import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { admission, type Sums } from "./core/admission";
import type { Guard } from "./core/guard";
import { dollars, exactUsd, toTicks, toUsd } from "./core/money";
import { utcMonth } from "./core/month";
import { insertCall, lockSpending, loseRepeated, loseStale, sumsOfMonth, sumsOfRequest } from "./store";
import { watchCapOf } from "./watch-cap";

export type CallPlan = {
  readonly ownerId: string;
  /** Null for a call that belongs to no request. */
  readonly request: { readonly id: string; readonly capUsd: number } | null;
  readonly answerId: string | null;
  readonly provider: string;
  readonly name: string;
  readonly model: string | null;
  readonly purpose: "ask" | "test" | "write" | "embed";
  readonly attempt: number;
  readonly guard: Guard;
};
export type Reservation =
  | { readonly state: "granted"; readonly callId: string }
  /** There is money left, but calls under way may need it. */
  | { readonly state: "wait" }
  | { readonly state: "refused"; readonly reason: string };

/** Longer than any call may take: what is still open then was ended with its process. */
const staleMs = 30 * 60_000;
const lost = "Variorum ended before the answer was stored; it may have been charged.";
const lostAndRepeated = `${lost} It counts as what such a call is expected to cost.`;

/** Opens a line of the ledger for one call, or says why it may not be made. A free call is never refused. */
export async function reserveCall(ctx: Pick<Ctx, "db" | "clock">, plan: CallPlan): Promise<Reservation> {
  const now = ctx.clock.now();
  const { guard, request, ownerId } = plan;
  return ctx.db.transaction(async (tx): Promise<Reservation> => {
    // The same answer is asked for again only when nobody waits for the call before any more.
    if (plan.answerId !== null && plan.attempt > 1)
      await loseRepeated(tx, plan.answerId, guard.estimateTicks, { reason: lostAndRepeated, endedAt: now });
    if (guard.reserveTicks > 0) {
      await lockSpending(tx, ownerId);
      let verdicts = await judge(tx, plan, now);
      if (verdicts.some(({ verdict }) => verdict === "wait")) {
        await loseStale(tx, ownerId, new Date(now.getTime() - staleMs), { reason: lost, endedAt: now });
        verdicts = await judge(tx, plan, now);
      }
      const refusal = refusalOf(verdicts, guard);
      if (refusal !== null) return { state: "refused", reason: `${plan.name} was not asked: ${refusal}` };
      if (verdicts.some(({ verdict }) => verdict === "wait")) return { state: "wait" };
    }
    const callId = newId();
    await insertCall(tx, {
      id: callId,
      ownerId,
      requestId: request?.id ?? null,
      answerId: plan.answerId,
      provider: plan.provider,
      model: plan.model,
      purpose: plan.purpose,
      attempt: plan.attempt,
      state: "open",
      reservedTicks: guard.reserveTicks,
      startedAt: now,
    });
    return { state: "granted", callId };
  });
}

type Verdict = { readonly sums: Sums; readonly cap: number; readonly of: string; readonly verdict: ReturnType<typeof admission> };

async function judge(tx: Tx, plan: CallPlan, now: Date): Promise<Verdict[]> {
  return verdictsOn(await limitsOf(tx, plan, now), plan.guard);
}

type Limit = Omit<Verdict, "verdict">;

/** What a call has to fit under: the request's cap, its watch's for the month where it has one, and its owner's for the month. */
export async function limitsOf(db: Queryable, { request, ownerId }: Pick<CallPlan, "request" | "ownerId">, now: Date): Promise<Limit[]> {
  const month = utcMonth(now);
  const watch = request && (await watchCapOf(db, request.id, now));
  return [
    ...(request ? [{ sums: await sumsOfRequest(db, request.id), cap: exactUsd(request.capUsd), of: "the cap of this request" }] : []),
    ...(watch ? [{ sums: watch.sums, cap: watch.capUsd, of: watch.of }] : []),
    { sums: await sumsOfMonth(db, ownerId, month), cap: config().spending.monthlyCapUsd, of: `your account's cap for ${month.name}` },
  ];
}

export function verdictsOn(limits: readonly Limit[], guard: Guard): Verdict[] {
  return limits.map((limit) => ({ ...limit, verdict: admission(limit.sums, guard.estimateTicks, toTicks(limit.cap)) }));
}

/** Why one more call may not be made, as the end of a sentence; null when it may. */
export function refusalOf(verdicts: readonly Verdict[], guard: Guard): string | null {
  const refusing = verdicts.find(({ verdict }) => verdict === "refused");
  if (!refusing) return null;
  const left = Math.max(0, refusing.cap - toUsd(refusing.sums.spentTicks));
  return `of ${refusing.of} (${dollars(refusing.cap)}), ${dollars(left)} is left, and one question may cost ${dollars(toUsd(guard.estimateTicks))}.`;
}
