// Waits its turn, so that no service is asked faster than it allows: first among the questions of this process, then, by `turn`, among all
// processes. The wait ends at once when the asker is cancelled.
import { setTimeout as sleep } from "node:timers/promises";
import { gcra, type RateLimit } from "@/server/platform/rate-limit";
import { type Fetched, type FetchOptions, fetchBody } from "../../core/http";

/** Waiting longer than this for one's turn is no help to a run; the service is then said to be busy. */
const longestWaitMs = 20_000;

/** A `fetchBody` that keeps to the limit. */
export function pacedFetch(
  limit: RateLimit,
  now: () => number = Date.now,
  wait: (ms: number, signal: AbortSignal) => Promise<unknown> = (ms, signal) => sleep(ms, undefined, { signal }),
): typeof fetchBody {
  let tat: number | null = null;
  return async (url: string, options: FetchOptions): Promise<Fetched> => {
    const from = now();
    for (;;) {
      const turn = gcra(tat, now(), limit);
      if (turn.allowed) {
        tat = turn.tat;
        const refused = await options.turn?.();
        return refused ? { ok: false, error: refused } : fetchBody(url, options);
      }
      if (now() - from + turn.retryAfterMs > longestWaitMs) {
        const message = `${options.name} has more questions waiting than it allows at a time.`;
        return { ok: false, error: { kind: "rate_limited", retryable: true, retryAfterMs: turn.retryAfterMs, message } };
      }
      await wait(turn.retryAfterMs, options.signal);
    }
  };
}
