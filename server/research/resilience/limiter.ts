// Limits that all processes share: in the database, or in Redis where REDIS_URL is set. Both keep the same promise (see limiter.test.ts).
import type { Queryable } from "@/db/client";
import { config } from "@/server/platform/config";
import { isAppError, messageOf } from "@/server/platform/errors";
import { logger } from "@/server/platform/log";
import { holdKey, type RateLimit, takeToken, tokensUsed } from "@/server/platform/rate-limit";
import { redisConnection } from "@/server/platform/redis";
import { redisLimiter } from "./redis-limiter";

export type Limiter = {
  /** Counts one call; milliseconds to wait where it is one too many, null where it may be made. */
  readonly take: (key: string, limit: RateLimit, now: Date) => Promise<number | null>;
  /** Lets no call through before a moment. */
  readonly hold: (key: string, limit: RateLimit, until: Date) => Promise<void>;
  /** How many calls count at a moment, from 0 to `burst`. */
  readonly used: (key: string, limit: RateLimit, now: Date) => Promise<number>;
};

export function databaseLimiter(db: Queryable): Limiter {
  return {
    async take(key, limit, now) {
      try {
        await takeToken(db, key, limit, now, (seconds) => `Wait ${seconds} s.`);
        return null;
      } catch (error) {
        if (!isAppError(error) || error.code !== "rate_limited" || error.retryAfterMs === undefined) throw error;
        return error.retryAfterMs;
      }
    },
    hold: (key, limit, until) => holdKey(db, key, limit, until),
    used: (key, limit, now) => tokensUsed(db, key, limit, now),
  };
}

/** The limiter of this installation. Should Redis be away, the database stands in: a limit counted twice is better than none. */
export async function limiterFor(db: Queryable): Promise<Limiter> {
  const own = databaseLimiter(db);
  const { redisUrl } = config();
  if (redisUrl === null) return own;
  const shared = redisLimiter(await redisConnection(redisUrl));
  const orElse = async <T>(ask: () => Promise<T>, instead: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      logger().warn({ error: messageOf(error) }, "Redis could not be asked; limits are counted in the database");
      return instead();
    }
  };
  return {
    take: (key, limit, now) =>
      orElse(
        () => shared.take(key, limit, now),
        () => own.take(key, limit, now),
      ),
    hold: (key, limit, until) =>
      orElse(
        () => shared.hold(key, limit, until),
        () => own.hold(key, limit, until),
      ),
    used: (key, limit, now) =>
      orElse(
        () => shared.used(key, limit, now),
        () => own.used(key, limit, now),
      ),
  };
}
