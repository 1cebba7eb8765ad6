// Whose turn it is: so many questions at a time in this process, and so many a minute in all processes together.
import { type BulkheadPolicy, BulkheadRejectedError, bulkhead } from "cockatiel";
import type { Ctx } from "@/server/platform/context";
import { pause } from "@/server/platform/pause";
import type { RateLimit } from "@/server/platform/rate-limit";
import { singleton } from "@/server/platform/singleton";
import type { Provider } from "../providers/port";
import type { ProviderError, ProviderInfo } from "../providers/schema";
import { askLimit } from "./core/ask-limits";
import { readRateHeaders, slower } from "./core/rate-headers";
import { limiterFor } from "./limiter";

/** More questions than this waiting for one provider are no queue but a fault. */
const mostWaiting = 1000;
/** Waiting longer for one's turn is left to the run's own retries. */
const longestWaitMs = 20_000;

const slots = new WeakMap<Provider, BulkheadPolicy>();
const slotsOf = (provider: Provider): BulkheadPolicy => {
  const known = slots.get(provider) ?? bulkhead(askLimit(provider.info()).atATime, mostWaiting);
  slots.set(provider, known);
  return known;
};

/** Does the work when one of the provider's places is free; null when too many wait. Rejects with the signal's reason when cancelled. */
export async function inSlot<T>(provider: Provider, signal: AbortSignal, work: () => Promise<T>): Promise<T | null> {
  signal.throwIfAborted();
  try {
    return await unlessAborted(
      slotsOf(provider).execute(() => work(), signal),
      signal,
    );
  } catch (error) {
    if (error instanceof BulkheadRejectedError) return null;
    throw error;
  }
}

type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>;

/** Waits for the provider's rate limit; how long one would still have to wait when that is too long, else null. */
export async function takeTurn(ctx: Pick<Ctx, "db" | "clock" | "signal">, info: ProviderInfo, wait: Wait = pause): Promise<number | null> {
  const { rate } = askLimit(info);
  return rate === null ? null : inTurn(ctx, rateKey(info.id), rate, wait);
}

/** Waits for the turn of one call to a service that several processes ask; an error where it does not come soon. */
export async function takeCallTurn(
  ctx: Pick<Ctx, "db" | "clock" | "signal">,
  service: { readonly id: string; readonly name: string; readonly limit: RateLimit },
  wait: Wait = pause,
): Promise<ProviderError | null> {
  const retryAfterMs = await inTurn(ctx, callKey(service.id), service.limit, wait);
  if (retryAfterMs === null) return null;
  return { kind: "rate_limited", retryable: true, retryAfterMs, message: `${service.name} has more questions waiting than it allows at a time.` };
}

async function inTurn(ctx: Pick<Ctx, "db" | "clock" | "signal">, key: string, limit: RateLimit, wait: Wait): Promise<number | null> {
  const limiter = await limiterFor(ctx.db);
  for (let waited = 0; ; ) {
    const waitMs = await limiter.take(key, slower(limit, statedLimits().get(key)), ctx.clock.now());
    if (waitMs === null) return null;
    if (waited + waitMs > longestWaitMs) return waitMs;
    waited += waitMs;
    await wait(waitMs, ctx.signal);
  }
}

/** Limits that services stated themselves, by key. */
const statedLimits = () => singleton("stated-limits", () => new Map<string, RateLimit>());

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A fetch that heeds what answers say of the service's limits: nobody asks it again before the time it names. */
export function heedingFetch(ctx: Pick<Ctx, "db" | "clock" | "log">, key: string, limit: RateLimit, plain: Fetch = fetch): Fetch {
  return async (url, init) => {
    const response = await plain(url, init);
    const now = ctx.clock.now();
    const { holdMs, limit: stated } = readRateHeaders(response.status, response.headers, now);
    if (stated) statedLimits().set(key, stated);
    if (holdMs !== null) {
      ctx.log.info({ key, holdMs }, "a service asked to be left alone for a while");
      await (await limiterFor(ctx.db)).hold(key, limit, new Date(now.getTime() + holdMs));
    }
    return response;
  };
}

export const callKey = (service: string) => `call:${service}`;
export const rateKey = (provider: string) => `provider:${provider}`;

/** The promise, or the signal's reason as soon as that is aborted. */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let abort = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
