import { Redis } from "ioredis";
import { afterAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { newId } from "@/server/platform/ids";
import { databaseLimiter, type Limiter } from "./limiter";
import { redisLimiter } from "./redis-limiter";

const test = useTestDatabase();
const redisUrl = process.env.TEST_REDIS_URL;
const at = (ms: number) => new Date(Date.UTC(2026, 2, 1) + ms);
const limit = { burst: 3, periodMs: 3000 };

/** What both must do. */
function contract(make: () => Limiter): void {
  it("lets a burst through, then one for every interval, and says how long to wait", async () => {
    const key = newId();
    const asked: (number | null)[] = [];
    for (const ms of [0, 0, 0, 0, 999, 1000, 1000, 10_000]) asked.push(await make().take(key, limit, at(ms)));
    expect(asked).toEqual([null, null, null, 1000, 1, null, 1000, null]);
    expect(await make().used(key, limit, at(10_000))).toBe(1);
    expect(await make().used(newId(), limit, at(0))).toBe(0);
  });

  it("gives out no token twice to those who ask at once", async () => {
    const key = newId();
    const taken = await Promise.all(Array.from({ length: 20 }, () => make().take(key, limit, at(0))));
    expect(taken.filter((wait) => wait === null)).toHaveLength(3);
  });

  it("lets nothing through while it is held, whatever is left, and never shortens a hold", async () => {
    const key = newId();
    await make().hold(key, limit, at(5000));
    await make().hold(key, limit, at(2000));
    expect(await make().take(key, limit, at(0))).toBe(5000);
    expect(await make().take(key, limit, at(4999))).toBe(1);
    expect(await make().take(key, limit, at(5000))).toBeNull();
  });
}

describe("limits in the database", () => contract(() => databaseLimiter(test.db)));

describe.runIf(redisUrl)("limits in Redis", () => {
  const redis = new Redis(redisUrl ?? "redis://127.0.0.1:1", { lazyConnect: true });
  afterAll(() => redis.disconnect());
  contract(() => redisLimiter(redis));
});
