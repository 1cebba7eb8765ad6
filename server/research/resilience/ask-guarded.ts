// One question to one provider with everything around it: stored answers, switch, breaker, turn, money, time. The caller settles the call
// in the transaction that stores the answer.
import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { messageOf } from "@/server/platform/errors";
import { blankAnswer } from "../providers/core/engine-answer";
import type { AskOptions, Provider } from "../providers/port";
import type { Answer, ProviderError, ProviderInfo, Question } from "../providers/schema";
import { priceAnswer } from "../spending/core/price-answer";
import { guardFor, modelOf } from "../spending/guard-for";
import type { CallPlan } from "../spending/reserve-call";
import { reserveInTurn } from "../spending/reserve-in-turn";
import { cachedAnswer } from "./answer-cache";
import { restingBy, restingReason, throughBreaker } from "./breakers";
import { askLimit } from "./core/ask-limits";
import { questionKey } from "./core/question-key";
import { endedCalls, standingOf } from "./store";
import { heedingFetch, inSlot, rateKey, takeTurn, unlessAborted } from "./turns";

export type GuardedAsk = Pick<CallPlan, "ownerId" | "request" | "answerId" | "purpose" | "attempt"> & {
  readonly provider: Provider;
  readonly question: Question;
  readonly documentIds: readonly string[];
  /** Stored answers may not stand for this one. */
  readonly fresh: boolean;
};
export type GuardedAnswer = {
  readonly answer: Answer;
  /** The open line of the ledger, to be settled with the answer's cost; null when nothing was asked for money's worth. */
  readonly callId: string | null;
  /** Under which the answer may stand for the same question; null when it may not. */
  readonly cacheKey: string | null;
};

/** An engine ends its answer by itself within its own time; this is for one that does not. */
const graceMs = 15_000;
const apiTimeoutMs = 120_000;

/** Asks, or says why it was not asked. Rejects only when `ctx.signal` is aborted, or when the database fails. */
export async function askGuarded(ctx: Ctx, asked: GuardedAsk): Promise<GuardedAnswer> {
  const { provider } = asked;
  const info = provider.info();
  // The library is this program's own: it neither costs nor rests.
  if (info.kind === "library") return unpaid(await attempt(ctx, asked, info));
  const model = modelOf(info);
  const key = model === null ? null : questionKey(info.id, model, asked.question, asked.ownerId);
  const known = key !== null && !asked.fresh ? await cachedAnswer(ctx, key) : null;
  if (known) return unpaid(known);
  const refusal = await refusalOf(ctx, provider, info);
  if (refusal) return unpaid(notAsked(info, refusal));
  const done = await inSlot(provider, ctx.signal, () => askInTurn(ctx, asked, info, model, key));
  const busy = { kind: "rate_limited", retryable: true, message: `${info.name} was not asked: too many questions wait for it.` } as const;
  return done ?? unpaid(notAsked(info, busy));
}

async function askInTurn(ctx: Ctx, asked: GuardedAsk, info: ProviderInfo, model: string | null, key: string | null): Promise<GuardedAnswer> {
  const { ownerId, request, answerId, purpose, provider } = asked;
  const waitMs = await takeTurn(ctx, info);
  if (waitMs !== null) {
    const message = `${info.name} was not asked: its limit of questions a minute was used up.`;
    return unpaid(notAsked(info, { kind: "rate_limited", retryable: true, retryAfterMs: waitMs, message }));
  }
  const startedAt = ctx.clock.now();
  const { guard, price } = await guardFor(ctx.db, info, startedAt);
  const plan = { ownerId, request, answerId, provider: info.id, name: info.name, model, purpose, attempt: asked.attempt, guard };
  const reservation = await reserveInTurn(ctx, plan);
  if (reservation.state === "refused") return unpaid(notAsked(info, { kind: "no_credit", retryable: false, message: reservation.reason }));
  const { callId } = reservation;
  // A call that came back is another's end; only the repeat of one that did not is the same call.
  const ended = answerId === null ? 0 : await endedCalls(ctx.db, answerId);
  const idempotencyKey = answerId === null ? callId : `${answerId}:${ended}`;
  const answer = await throughBreaker(ctx, provider, () => attempt(ctx, asked, info, idempotencyKey));
  if (answer === null) {
    const resting = (await restingReason(ctx, provider)) ?? `${info.name} was not asked: it has begun to rest after failures.`;
    return { answer: notAsked(info, { kind: "unreachable", retryable: false, message: resting }), callId, cacheKey: null };
  }
  const cost = guard.reserveTicks === 0 ? answer.cost : priceAnswer(answer, price);
  return { answer: { ...answer, cost }, callId, cacheKey: answer.status === "ok" ? key : null };
}

async function refusalOf(ctx: Ctx, provider: Provider, info: ProviderInfo): Promise<ProviderError | null> {
  const { setting, breaker } = await standingOf(ctx.db, info.id);
  if (setting?.enabled === false)
    return { kind: "gone", retryable: false, message: `${info.name} was not asked: an administrator has switched it off.` };
  const resting = restingBy(ctx, provider, breaker);
  return resting === null ? null : { kind: "unreachable", retryable: false, message: resting };
}

/** The provider's answer within its time. An adapter that throws is a defect of ours; the category must not fall with it. */
async function attempt(ctx: Ctx, asked: GuardedAsk, info: ProviderInfo, idempotencyKey?: string): Promise<Answer> {
  const longestMs = timeoutOf(info);
  const timeout = AbortSignal.timeout(longestMs);
  const signal = AbortSignal.any([ctx.signal, timeout]);
  const { rate } = askLimit(info);
  const options: AskOptions = {
    ctx: { ...ctx, signal },
    ownerId: asked.ownerId,
    documentIds: asked.documentIds,
    signal,
    ...(rate === null ? {} : { fetch: heedingFetch(ctx, rateKey(info.id), rate) }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  };
  try {
    return await unlessAborted(asked.provider.ask(asked.question, options), signal);
  } catch (error) {
    if (ctx.signal.aborted) throw error;
    const unknown = { usd: null, basis: "unknown", reason: "No whole answer came, so what was charged is not known." } as const;
    const cost = info.kind === "engine" ? unknown : ({ usd: 0, basis: "free" } as const);
    if (timeout.aborted) {
      const message = `${info.name} did not finish its answer within ${Math.round(longestMs / 1000)} s.`;
      return blankAnswer({ provider: info.id, model: modelOf(info), cost, error: { kind: "timeout", retryable: true, message } });
    }
    ctx.log.error({ err: error, provider: info.id, requestId: asked.request?.id }, "provider adapter threw");
    const message = `${info.id} failed inside Variorum: ${messageOf(error)}`;
    return blankAnswer({ provider: info.id, model: modelOf(info), cost, error: { kind: "server", retryable: false, message } });
  }
}

function timeoutOf(info: ProviderInfo): number {
  if (info.kind !== "engine") return apiTimeoutMs;
  const engines: Readonly<Record<string, { readonly timeoutMs: number }>> = config().engines;
  return (engines[info.id]?.timeoutMs ?? apiTimeoutMs) + graceMs;
}

function unpaid(answer: Answer): GuardedAnswer {
  return { answer, callId: null, cacheKey: null };
}

function notAsked(info: ProviderInfo, error: Omit<ProviderError, "notAsked">): Answer {
  return blankAnswer({ provider: info.id, model: null, status: "refused", error: { ...error, notAsked: true } });
}
