import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { forgetSpent, gcra, type RateLimit, takeToken } from "./rate-limit";

const test = useTestDatabase();
const epoch = Date.UTC(2026, 2, 1);
const wait = (seconds: number) => `Wait ${seconds} s.`;
const take = async (key: string, limit: RateLimit, at: number): Promise<number | "allowed"> => {
  try {
    await takeToken(test.db, key, limit, new Date(at), wait);
    return "allowed";
  } catch (error) {
    if (error instanceof Error && "retryAfterMs" in error && typeof error.retryAfterMs === "number") return error.retryAfterMs;
    throw error;
  }
};

describe("the rate limit", () => {
  it("lets a burst through, then one for every interval", () => {
    const limit = { burst: 3, periodMs: 3000 };
    let tat: number | null = null;
    const asked = [0, 0, 0, 0, 999, 1000, 1000, 2000, 10_000, 10_000, 10_000, 10_000].map((at) => {
      const result = gcra(tat, at, limit);
      if (result.allowed) tat = result.tat;
      return result.allowed ? "in" : result.retryAfterMs;
    });
    expect(asked).toEqual(["in", "in", "in", 1000, 1, "in", 1000, "in", "in", "in", "in", 1000]);
  });

  it("lets through, in any stretch of time, no more than the burst and the rate allow, and never lies about the wait", () => {
    fc.assert(
      fc.property(
        fc.record({ burst: fc.integer({ min: 1, max: 8 }), step: fc.integer({ min: 1, max: 500 }) }),
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 }),
        ({ burst, step }, gaps) => {
          const limit = { burst, periodMs: burst * step };
          let tat: number | null = null;
          let at = 0;
          const allowed: number[] = [];
          for (const gap of gaps) {
            at += gap;
            const result = gcra(tat, at, limit);
            if (result.allowed) {
              tat = result.tat;
              allowed.push(at);
            } else {
              expect(result.retryAfterMs).toBeGreaterThan(0);
              expect(gcra(tat, at + result.retryAfterMs, limit).allowed).toBe(true);
              expect(gcra(tat, at + result.retryAfterMs - 1, limit).allowed).toBe(false);
            }
          }
          for (const [index, from] of allowed.entries()) {
            const inPeriod = allowed.slice(index).filter((time) => time < from + limit.periodMs).length;
            expect(inPeriod).toBeLessThanOrEqual(2 * burst - 1);
          }
        },
      ),
    );
  });

  it("is the same in the database as on paper", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({ burst: fc.integer({ min: 1, max: 6 }), step: fc.integer({ min: 1, max: 4000 }) }),
        fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 }),
        async ({ burst, step }, gaps) => {
          const limit = { burst, periodMs: burst * step };
          const key = `property:${run++}`;
          let tat: number | null = null;
          let at = epoch;
          for (const gap of gaps) {
            at += gap;
            const paper = gcra(tat, at, limit);
            if (paper.allowed) tat = paper.tat;
            expect(await take(key, limit, at)).toBe(paper.allowed ? "allowed" : paper.retryAfterMs);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it("gives out no token twice to those who ask at once", async () => {
    const limit = { burst: 5, periodMs: 60_000 };
    const results = await Promise.all(Array.from({ length: 40 }, () => take("at-once", limit, epoch)));
    expect(results.filter((result) => result === "allowed")).toHaveLength(5);
    expect(results.filter((result) => result === 12_000)).toHaveLength(35);
  });

  it("says in whole seconds how long to wait", async () => {
    const limit = { burst: 1, periodMs: 1500 };
    await take("words", limit, epoch);
    await expect(takeToken(test.db, "words", limit, new Date(epoch), wait)).rejects.toMatchObject({
      code: "rate_limited",
      userMessage: "Wait 2 s.",
      retryAfterMs: 1500,
    });
  });

  it("forgets keys that no longer count, and no other", async () => {
    const limit = { burst: 2, periodMs: 60_000 };
    for (const key of ["spent", "busy", "busy"]) await take(key, limit, epoch);
    expect(await forgetSpent(test.db, new Date(epoch + 30_001))).toBeGreaterThanOrEqual(1);
    expect(await take("busy", limit, epoch + 29_000)).toBe(1000);
    expect([await take("spent", limit, epoch + 30_001), await take("spent", limit, epoch + 30_001)]).toEqual(["allowed", "allowed"]);
    expect(await forgetSpent(test.db, new Date(epoch))).toBe(0);
  });
});
