// Whose turn it is: so many questions at a time in this process, and so many a minute in all processes together.
import { type BulkheadPolicy, BulkheadRejectedError, bulkhead } from "cockatiel";
import type { Ctx } from "@/server/platform/context";
import { isAppError } from "@/server/platform/errors";
import { pause } from "@/server/platform/pause";
import { takeToken } from "@/server/platform/rate-limit";
import type { Provider } from "../providers/port";
import type { ProviderInfo } from "../providers/schema";
import { askLimit } from "./core/ask-limits";

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

/** Waits for the provider's rate limit; how long one would still have to wait when that is too long, else null. */
export async function takeTurn(
  ctx: Pick<Ctx, "db" | "clock" | "signal">,
  info: ProviderInfo,
  wait: (ms: number, signal: AbortSignal) => Promise<unknown> = pause,
): Promise<number | null> {
  const { rate } = askLimit(info);
  if (rate === null) return null;
  for (let waited = 0; ; ) {
    try {
      await takeToken(ctx.db, rateKey(info.id), rate, ctx.clock.now(), () => `${info.name} is asked as often as its limit allows.`);
      return null;
    } catch (error) {
      if (!isAppError(error) || error.code !== "rate_limited" || error.retryAfterMs === undefined) throw error;
      if (waited + error.retryAfterMs > longestWaitMs) return error.retryAfterMs;
      waited += error.retryAfterMs;
      await wait(error.retryAfterMs, ctx.signal);
    }
  }
}

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
