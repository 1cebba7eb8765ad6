// How a provider stands, from the counts of its last 24 hours, its breaker and its switch.
import type { State } from "@/app/_ui/marks/states";
import { durationWords, formatTimestamp } from "@/app/_ui/time/format-time";
import type { ProviderOverview } from "@/server/research/resilience/schema";

export type Health = { readonly state: State; readonly words: string; readonly detail: string | null };
type Judged = Pick<ProviderOverview, "off" | "enabled" | "breaker" | "rate" | "calls" | "switchedBy">;

/** Nearly used up: the next questions wait. */
const nearlyUsed = 0.9;

/** The gravest thing to know about it now. */
export function healthOf({ off, enabled, breaker, rate, calls, switchedBy }: Judged): Health {
  if (!enabled) return { state: "cancelled", words: "Switched off", detail: switchedBy?.reason ?? null };
  if (off !== null) return { state: "not_searched", words: "Not set up", detail: off };
  if (breaker.state === "resting" && breaker.until !== null)
    return { state: "failed", words: `Rests until ${formatTimestamp(breaker.until, "time")}`, detail: breaker.reason };
  if (calls.lastDay === 0) return { state: "queued", words: "No calls in 24 h", detail: null };
  const failed = `${calls.failed} of ${calls.lastDay} calls failed in 24 h`;
  if (calls.failed === calls.lastDay) return { state: "failed", words: "Failing", detail: failed };
  if (rate !== null && rate.used >= rate.perMinute * nearlyUsed) return { state: "open", words: "Slowed by its limit", detail: null };
  if (calls.failed > 0) return { state: "open", words: "Fails at times", detail: failed };
  return { state: "done", words: "Healthy", detail: `${calls.lastDay} calls in 24 h` };
}

/** Whether questions go through: a breaker that is open lets none through until its time. */
export function breakerWords({ breaker, kind }: Pick<ProviderOverview, "breaker" | "kind">): string | null {
  if (kind === "library") return null;
  return breaker.state === "resting" ? "Breaker open" : "Breaker closed";
}

export function keyWords(key: ProviderOverview["key"]): string {
  return key === "not needed" ? "no key needed" : `key ${key}`;
}

/** "8.1 s, 95 of 100 within 14 s"; null where nothing was measured. */
export function latencyWords({ p50Ms, p95Ms }: Pick<ProviderOverview["calls"], "p50Ms" | "p95Ms">): { half: string; most: string } | null {
  return p50Ms === null || p95Ms === null ? null : { half: durationWords(p50Ms), most: durationWords(p95Ms) };
}
