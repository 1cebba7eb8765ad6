// What was found or answered before, kept for a while: in this process, or in Redis where REDIS_URL is set. A cache may forget at any time and never
// makes anything fail. What depends on documents has the index's version in its key, so that no change leaves a stale answer behind;
// tags are for letting go of what else belongs together. A value set from what was read before its tag was let go of may outlive that until it expires.
import type { z } from "zod";
import { systemClock } from "./clock";
import { config } from "./config";
import { messageOf } from "./errors";
import { sha256 } from "./hash";
import { logger } from "./log";
import { memoryCache } from "./memory-cache";
import { redisConnection } from "./redis";
import { redisCache } from "./redis-cache";
import { singleton } from "./singleton";

export type CacheOptions = {
  /** Milliseconds, at most a day. */
  readonly ttlMs: number;
  readonly tags?: readonly string[];
};

export type Cache = {
  /** A value as it was set, through JSON; undefined when it is not kept. */
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown, options: CacheOptions) => Promise<void>;
  /** Lets go of everything set with a tag. */
  readonly forget: (tag: string) => Promise<void>;
};

/** The cache of this installation. */
export async function cache(): Promise<Cache> {
  const { redisUrl } = config();
  if (redisUrl === null) return singleton("cache", () => memoryCache(systemClock));
  return forgiving(redisCache(await redisConnection(redisUrl), systemClock));
}

/** A key of fixed length for parts of any length; equal parts give equal keys. */
export function cacheKey(kind: string, parts: readonly unknown[]): string {
  return `${kind}:${sha256(JSON.stringify(parts))}`;
}

/** The kept value where one of this form is kept; otherwise it is made and kept. `fresh`: it was made now. */
export async function remembered<T>(
  kept: Cache,
  key: string,
  options: CacheOptions,
  schema: z.ZodType<T>,
  make: () => Promise<T>,
): Promise<{ readonly value: T; readonly fresh: boolean }> {
  const known = schema.safeParse(await kept.get(key));
  if (known.success) return { value: known.data, fresh: false };
  const value = await make();
  await kept.set(key, value, options);
  return { value, fresh: true };
}

/** A cache that is away has forgotten everything. */
function forgiving(inner: Cache): Cache {
  const orNothing = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await ask();
    } catch (error) {
      logger().warn({ error: messageOf(error) }, "the cache could not be asked");
      return undefined;
    }
  };
  return {
    get: (key) => orNothing(() => inner.get(key)),
    set: async (key, value, options) => void (await orNothing(() => inner.set(key, value, options))),
    forget: async (tag) => void (await orNothing(() => inner.forget(tag))),
  };
}
