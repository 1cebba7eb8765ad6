// When a failed call may be made again. One table for all providers; what has no credit or a wrong key is never asked again by itself.
import type { ProviderError } from "../../providers/schema";

type Kind = ProviderError["kind"];

/** Milliseconds before the first further try; each later one doubles it. Absent: no further try. */
const firstWaitMs: Partial<Record<Kind, number>> = {
  rate_limited: 2000,
  server: 2000,
  timeout: 2000,
  truncated: 2000,
};
/** Further waits are not obeyed nor chosen: a run has half an hour. */
const longestWaitMs = 5 * 60_000;

/** Milliseconds to wait before try number `attempt + 1`, or null when another try would not help. `random` from 0 to below 1 spreads those who failed together. */
export function retryWait(error: ProviderError, attempt: number, random: number): number | null {
  const first = firstWaitMs[error.kind];
  if (!error.retryable || first === undefined) return null;
  if (error.retryAfterMs !== undefined) return Math.min(error.retryAfterMs, longestWaitMs);
  const doubled = first * 2 ** Math.max(0, attempt - 1);
  return Math.round(Math.min(doubled * (1 + random / 2), longestWaitMs));
}
