// What a service says of its own limits in the head of an answer. Vendors agree on no form: those in use are all read, and what is none is no news.
import type { RateLimit } from "@/server/platform/rate-limit";

export type RateNews = {
  /** Milliseconds during which nothing more should be asked; null: nothing said. */
  readonly holdMs: number | null;
  /** The limit that the service states; null: nothing said. */
  readonly limit: RateLimit | null;
};

/** Longer waits are not believed. */
const longestHoldMs = 5 * 60_000;
const busy = new Set([429, 503, 529]);

/** Pairs of "how many are left" and "when it begins anew". */
const pairs = [
  ["x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"],
  ["x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"],
  ["x-ratelimit-remaining", "x-ratelimit-reset"],
  ["ratelimit-remaining", "ratelimit-reset"],
] as const;

/** Reads Retry-After, X-RateLimit-*, RateLimit (both drafts) and Crossref's X-Rate-Limit-*. */
export function readRateHeaders(status: number, headers: Headers, now: Date): RateNews {
  const waits = [
    ...(busy.has(status) ? [waitOf(headers.get("retry-after"), now)] : []),
    ...pairs.map(([left, reset]) => (/^0+$/.test(headers.get(left)?.trim() ?? "") ? waitOf(headers.get(reset), now) : null)),
    structured(headers.get("ratelimit"), now),
  ].flatMap((wait) => (wait === null || wait <= 0 ? [] : [wait]));
  return { holdMs: waits.length === 0 ? null : Math.min(Math.max(...waits), longestHoldMs), limit: statedLimit(headers) };
}

/** `limit=100, remaining=0, reset=30` and `"default";r=0;t=30`. */
function structured(text: string | null, now: Date): number | null {
  if (text === null) return null;
  const left = /\b(?:remaining|r)=(\d+)/i.exec(text)?.[1];
  return left === undefined || Number(left) > 0 ? null : waitOf(/\b(?:reset|t)=(\d+)/i.exec(text)?.[1] ?? null, now);
}

/** Seconds, "6m0s", "120ms", a moment in seconds since 1970, or a date; in milliseconds from now. */
function waitOf(text: string | null, now: Date): number | null {
  const value = text?.trim() ?? "";
  if (value === "") return null;
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) > 1e9 ? Number(value) * 1000 - now.getTime() : Number(value) * 1000;
  const parts = [...value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  if (parts.length > 0 && parts.map(([whole]) => whole).join("") === value)
    return parts.reduce((sum, [, number, unit]) => sum + Number(number) * (units[unit ?? ""] ?? 0), 0);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at - now.getTime();
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

function statedLimit(headers: Headers): RateLimit | null {
  const burst = Number(headers.get("x-rate-limit-limit") ?? Number.NaN);
  const interval = /^(\d+)(ms|s|m|h)?$/.exec(headers.get("x-rate-limit-interval")?.trim() ?? "");
  const periodMs = interval ? Number(interval[1]) * (units[interval[2] ?? "s"] ?? 1000) : Number.NaN;
  return Number.isInteger(burst) && burst > 0 && periodMs > 0 ? { burst, periodMs } : null;
}

/** Of two limits the one that lets less through. */
export function slower(own: RateLimit, stated: RateLimit | null | undefined): RateLimit {
  return stated && stated.periodMs / stated.burst > own.periodMs / own.burst ? stated : own;
}
