import type { CacheOptions } from "./cache";
import type { Clock } from "./clock";

/** No value is kept longer, and a tag in Redis is remembered for twice as long. */
export const longestTtlMs = 24 * 60 * 60_000;
/** Characters of a value as JSON; a longer one is not kept. */
export const longestValue = 1024 * 1024;

/** When a value set now is no longer true, in milliseconds since 1970. */
export function expiryOf({ ttlMs }: CacheOptions, clock: Clock): number {
  return clock.now().getTime() + Math.min(ttlMs, longestTtlMs);
}
