import { retryAfterMs } from "./core/backoff";
import type { EngineState } from "./state";

/** When to try again after `attempt` (from 0) failed: when the error asked for, else after the backoff. */
export function retryAt(state: EngineState, attempt: number, retryAfter: string | null): Date {
  const now = state.clock.now();
  const { backoff, longestRetryMs } = state.settings;
  return new Date(now.getTime() + Math.min(retryAfterMs(retryAfter, now) ?? backoff(attempt), longestRetryMs));
}
