import { Redis } from "ioredis";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Cache, cacheKey, remembered } from "./cache";
import { longestTtlMs, longestValue } from "./cache-limits";
import { newId } from "./ids";
import { memoryCache } from "./memory-cache";
import { redisCache } from "./redis-cache";

const redisUrl = process.env.TEST_REDIS_URL;
const minute = { ttlMs: 60_000 };

/** A clock that stands still until it is moved. */
function standingClock() {
  let ms = Date.now();
  return {
    now: () => new Date(ms),
    pass: (by: number) => {
      ms += by;
    },
  };
}

/** What both must do. */
function contract(make: (clock: ReturnType<typeof standingClock>) => Cache): void {
  it("gives back what was set, as it was when it was set, and nothing for what was not", async () => {
    const kept = make(standingClock());
    const key = newId();
    const value = { found: [1, 2], text: "Römer 8 \u{1f4dc}", none: null };
    await kept.set(key, value, minute);
    value.found.push(3);
    expect(await kept.get(key)).toEqual({ found: [1, 2], text: "Römer 8 \u{1f4dc}", none: null });
    expect(await kept.get(newId())).toBeUndefined();
  });

  it("keeps null apart from nothing, and lets the later of two values stand", async () => {
    const kept = make(standingClock());
    const key = newId();
    await kept.set(key, 1, minute);
    await kept.set(key, null, minute);
    expect(await kept.get(key)).toBeNull();
  });

  it("forgets when the time is over, and after a day whatever was asked for", async () => {
    const clock = standingClock();
    const kept = make(clock);
    const [short, long] = [newId(), newId()];
    await kept.set(short, "short", minute);
    await kept.set(long, "long", { ttlMs: longestTtlMs * 5 });
    clock.pass(59_999);
    expect(await kept.get(short)).toBe("short");
    clock.pass(1);
    expect(await kept.get(short)).toBeUndefined();
    expect(await kept.get(long)).toBe("long");
    clock.pass(longestTtlMs);
    expect(await kept.get(long)).toBeUndefined();
  });

  it("lets go of what has a tag, of nothing else, and not of what is set later", async () => {
    const kept = make(standingClock());
    const [one, two, three, tag, other] = [newId(), newId(), newId(), newId(), newId()];
    await kept.set(one, 1, { ...minute, tags: [tag, other] });
    await kept.set(two, 2, { ...minute, tags: [other] });
    await kept.set(three, 3, minute);
    await kept.forget(tag);
    expect([await kept.get(one), await kept.get(two), await kept.get(three)]).toEqual([undefined, 2, 3]);
    await kept.set(one, 4, { ...minute, tags: [tag] });
    expect(await kept.get(one)).toBe(4);
    await kept.set(two, 5, minute);
    await kept.forget(other);
    expect(await kept.get(two)).toBe(5);
  });

  it("keeps nothing that is too long, not even what was there before", async () => {
    const kept = make(standingClock());
    const key = newId();
    await kept.set(key, "short", minute);
    await kept.set(key, "x".repeat(longestValue + 1), minute);
    expect(await kept.get(key)).toBeUndefined();
  });

  it("makes a value once, and again where what is kept has another form", async () => {
    const kept = make(standingClock());
    const key = newId();
    let made = 0;
    const ask = () => remembered(kept, key, minute, z.object({ n: z.number() }), async () => ({ n: ++made }));
    expect([await ask(), await ask()]).toEqual([
      { value: { n: 1 }, fresh: true },
      { value: { n: 1 }, fresh: false },
    ]);
    await kept.set(key, { m: 1 }, minute);
    expect(await ask()).toEqual({ value: { n: 2 }, fresh: true });
  });
}

describe("a cache in this process", () => {
  contract((clock) => memoryCache(clock));

  it("stays within its size by letting go of what was not asked for", async () => {
    const kept = memoryCache(standingClock());
    const big = "x".repeat(longestValue - 100);
    for (let i = 0; i < 40; i += 1) await kept.set(`big:${i}`, big, { ...minute, tags: ["big"] });
    expect(await kept.get("big:0")).toBeUndefined();
    expect(await kept.get("big:39")).toBe(big);
    await kept.forget("big");
    expect(await kept.get("big:39")).toBeUndefined();
  });
});

describe.runIf(redisUrl)("a cache in Redis", () => {
  const redis = new Redis(redisUrl ?? "redis://127.0.0.1:1", { lazyConnect: true });
  afterAll(() => redis.disconnect());
  contract((clock) => redisCache(redis, clock));
});

it("gives different keys to different parts, however they are cut", () => {
  expect(cacheKey("search", ["a", "b"])).toBe(cacheKey("search", ["a", "b"]));
  expect(
    new Set([cacheKey("search", ["a", "b"]), cacheKey("search", ["ab"]), cacheKey("search", ["a", ["b"]]), cacheKey("other", ["a", "b"])]).size,
  ).toBe(4);
});
