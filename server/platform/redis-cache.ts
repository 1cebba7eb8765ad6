// The cache that processes share. A tag is a counter, and a value is true only while the counters of its tags stand as they stood when it was set.
import type { Redis } from "ioredis";
import { z } from "zod";
import type { Cache } from "./cache";
import { expiryOf, longestTtlMs, longestValue } from "./cache-limits";
import type { Clock } from "./clock";

const prefix = "variorum:cache:";
const entrySchema = z.object({ value: z.unknown(), expires: z.number(), tags: z.record(z.string(), z.string()) });
const never = "0";

export function redisCache(redis: Pick<Redis, "get" | "mget" | "set" | "multi" | "del">, clock: Clock): Cache {
  const keyOf = (key: string) => `${prefix}v:${key}`;
  const tagOf = (tag: string) => `${prefix}t:${tag}`;
  const counters = async (tags: readonly string[]) => {
    const counts = tags.length === 0 ? [] : await redis.mget(tags.map(tagOf));
    return Object.fromEntries(tags.map((tag, i) => [tag, counts[i] ?? never]));
  };
  return {
    async get(key) {
      const json = await redis.get(keyOf(key));
      if (json === null) return undefined;
      const entry = entrySchema.safeParse(parse(json));
      if (!entry.success || entry.data.expires <= clock.now().getTime()) return undefined;
      const now = await counters(Object.keys(entry.data.tags));
      return Object.entries(entry.data.tags).every(([tag, count]) => now[tag] === count) ? entry.data.value : undefined;
    },
    async set(key, value, options) {
      const json = JSON.stringify({ value, expires: expiryOf(options, clock), tags: await counters([...new Set(options.tags ?? [])]) });
      if (value === undefined || json.length > longestValue) return void (await redis.del(keyOf(key)));
      await redis.set(keyOf(key), json, "PX", Math.max(1, Math.min(options.ttlMs, longestTtlMs)));
    },
    async forget(tag) {
      await redis
        .multi()
        .incr(tagOf(tag))
        .pexpire(tagOf(tag), longestTtlMs * 2)
        .exec();
    },
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Something else wrote there: nothing is kept.
    return undefined;
  }
}
