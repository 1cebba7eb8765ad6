import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concurrencyKeys, pickWithinLimits } from "./concurrency";
import type { ConcurrencyLimit, RegisteredFunction } from "./registration";

const limit = (n: number, key: string | null = null, scope: ConcurrencyLimit["scope"] = "fn") => ({ limit: n, key, scope });
const fn = (concurrency: ConcurrencyLimit[]): RegisteredFunction => ({
  id: "app-f",
  name: "f",
  events: [],
  schedules: [],
  retries: 3,
  concurrency,
  cancelOn: [],
  idempotency: null,
});

describe("concurrency", () => {
  test("keys belong to a function unless they are shared", () => {
    const event = { data: { user: "u1" } };
    expect(concurrencyKeys(fn([limit(5), limit(1, "event.data.user")]), event)).toEqual(["app-f#0=", "app-f#1=u1"]);
    expect(concurrencyKeys(fn([limit(1, "event.data.user", "env")]), event)).toEqual(["env=u1"]);
  });

  test("a job behind a full key does not hold up those with room", () => {
    const jobs = ["a", "a", "b"].map((key, i) => ({ id: `${i}`, keys: [key], limits: [limit(1)] }));
    const { picked, full } = pickWithinLimits(jobs, new Map(), 10);
    expect(picked.map((j) => j.id)).toEqual(["0", "2"]);
    expect(full).toEqual(["a"]);
  });

  test("no key ever exceeds its limit, nor the whole its room", () => {
    const job = fc.record({ keys: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 2 }) });
    fc.assert(
      fc.property(fc.array(job, { maxLength: 30 }), fc.nat(10), fc.integer({ min: 1, max: 4 }), fc.nat(4), (jobs, room, n, running) => {
        const active = new Map([["a", running]]);
        const candidates = jobs.map((j, i) => ({ id: `${i}`, keys: j.keys, limits: j.keys.map(() => limit(n)) }));
        const { picked } = pickWithinLimits(candidates, active, room);
        expect(picked.length).toBeLessThanOrEqual(room);
        for (const key of ["b", "c"] as const) expect(picked.filter((p) => p.keys.includes(key)).length).toBeLessThanOrEqual(n);
        expect(picked.filter((p) => p.keys.includes("a")).length).toBeLessThanOrEqual(Math.max(0, n - running));
      }),
    );
  });
});
