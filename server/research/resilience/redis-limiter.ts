// GCRA in Redis: one script decides and stores, so that no token is given out twice. See server/platform/rate-limit.ts for the arithmetic.
import type { RateLimit } from "@/server/platform/rate-limit";
import type { Limiter } from "./limiter";

/** As much of a Redis client as is needed. */
export type RedisCommands = {
  eval: (script: string, keys: number, ...values: (string | number)[]) => Promise<unknown>;
  get: (key: string) => Promise<string | null>;
};

const prefix = "variorum:limit:";

/** KEYS[1]: the key; ARGV: now, interval, period, all in milliseconds. 0: taken; else the wait. */
const takeScript = `
local now, interval, period = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local start = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local earliest = start + interval - period
if now < earliest then return math.ceil(earliest - now) end
redis.call('SET', KEYS[1], string.format('%.3f', start + interval), 'PX', math.ceil(start + interval - now + period))
return 0`;

/** KEYS[1]: the key; ARGV: the arrival time to keep, and how long to keep it. */
const holdScript = `
local tat = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), tonumber(ARGV[1]))
redis.call('SET', KEYS[1], string.format('%.3f', tat), 'PX', tonumber(ARGV[2]))
return 0`;

/** A held key is forgotten after this; no hold is longer. */
const keepHeldMs = 15 * 60_000;

const intervalOf = (limit: RateLimit): number => limit.periodMs / limit.burst;

export function redisLimiter(redis: RedisCommands): Limiter {
  return {
    async take(key, limit, now) {
      const wait = Number(await redis.eval(takeScript, 1, prefix + key, now.getTime(), intervalOf(limit), limit.periodMs));
      return wait === 0 ? null : Math.max(1, wait);
    },
    async hold(key, limit, until) {
      await redis.eval(holdScript, 1, prefix + key, until.getTime() + limit.periodMs - intervalOf(limit), keepHeldMs);
    },
    async used(key, limit, now) {
      const ahead = Number((await redis.get(prefix + key)) ?? 0) - now.getTime();
      return Math.min(limit.burst, Math.ceil(Math.max(0, ahead) / intervalOf(limit)));
    },
  };
}
