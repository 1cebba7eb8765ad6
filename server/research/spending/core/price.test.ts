import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dollars, toTicks, toUsd } from "./money";
import { utcMonth } from "./month";
import { costTicks, type Metered, meteredOf, priceAt } from "./price";
import { priceAnswer } from "./price-answer";
import { shippedPrices } from "./shipped-prices";

const used = (change: Partial<Metered>): Metered => ({ input: 0, cachedInput: 0, output: 0, searches: 0, requests: 1, credits: 0, ...change });

describe("money", () => {
  it("adds up exactly in ticks, as floating dollars do not", () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(toUsd(toTicks(0.1) + toTicks(0.2))).toBe(0.3);
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e9 }), (ticks) => toTicks(toUsd(ticks)) === ticks));
  });

  it("is said in cents, and more exactly below one", () => {
    expect([0, 5, 0.054, 0.0031, 0.000012].map(dollars)).toEqual(["$0.00", "$5.00", "$0.05", "$0.0031", "$0.000012"]);
  });
});

describe("the month", () => {
  it("is the calendar month in UTC, whatever zone the machine stands in", () => {
    expect(utcMonth(new Date("2026-03-31T23:59:59.999Z"))).toEqual({ name: "2026-03", from: new Date("2026-03-01"), to: new Date("2026-04-01") });
    expect(utcMonth(new Date("2026-04-01T00:00:00Z")).name).toBe("2026-04");
    expect(utcMonth(new Date("2026-12-15T00:00:00Z")).to).toEqual(new Date("2027-01-01"));
  });

  it("holds every moment in exactly one month", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }), (moment) => {
        const { from, to } = utcMonth(moment);
        expect(from.getTime()).toBeLessThanOrEqual(moment.getTime());
        expect(moment.getTime()).toBeLessThan(to.getTime());
        expect(utcMonth(to).from).toEqual(to);
      }),
    );
  });
});

describe("prices", () => {
  const row = (version: number, from: string, to: string | null) => ({
    version,
    validFrom: new Date(from),
    validTo: to === null ? null : new Date(to),
  });
  const rows = [row(1, "1970-01-01", "2027-01-01"), row(2, "2027-01-01", null), row(3, "2026-06-01", "2026-07-01")];

  it.each([
    ["2026-05-31T23:59:59Z", 1],
    ["2026-06-01T00:00:00Z", 3],
    ["2026-07-01T00:00:00Z", 1],
    ["2026-12-31T23:59:59Z", 1],
    ["2027-01-01T00:00:00Z", 2],
  ])("at %s version %i counts", (moment, version) => {
    expect(priceAt(rows, new Date(moment))?.version).toBe(version);
  });

  it("are unknown before the first day", () => {
    expect(priceAt([row(1, "2027-01-01", null)], new Date("2026-12-31"))).toBeNull();
  });

  it("are taken times what was used, cached input apart", () => {
    const prices = { input: 2, cachedInput: 0.5, output: 10, searches: 10, requests: 12, credit: 0.008 };
    const cost = costTicks(prices, used({ input: 1_000_000, cachedInput: 400_000, output: 100_000, searches: 3, credits: 2 }));
    expect(toUsd(cost)).toBeCloseTo(0.6 * 2 + 0.4 * 0.5 + 1 + 0.03 + 0.012 + 0.016, 10);
  });

  it("change for the whole call once its input reaches a tier", () => {
    const prices = { input: { base: 1, tiers: [{ start: 200_000, price: 2 }] }, output: { base: 4, tiers: [{ start: 200_000, price: 8 }] } };
    expect(toUsd(costTicks(prices, used({ input: 199_999, output: 1000 })))).toBeCloseTo(0.199999 + 0.004, 10);
    expect(toUsd(costTicks(prices, used({ input: 200_000, output: 1000 })))).toBeCloseTo(0.4 + 0.008, 10);
  });

  it("ship with their dates where the package knows them, and not at all where it does not", () => {
    expect(shippedPrices("gemini", "gemini-3.8-flash")).toMatchObject([
      { prices: { input: 0.75, output: 3.75 }, validTo: new Date("2027-01-01") },
      { prices: { input: 1.5, output: 7.5 }, validFrom: new Date("2027-01-01"), validTo: null },
    ]);
    expect(shippedPrices("perplexity", "perplexity/sonar")).toMatchObject([{ prices: { input: 1, output: 1, requests: 12 } }]);
    expect(shippedPrices("xai", "grok-4.3")).toMatchObject([{ prices: { input: { base: 1.25, tiers: [{ price: 2.5 }] } } }]);
    expect(shippedPrices("openai", "a-model-of-next-year")).toEqual([]);
    expect(shippedPrices("openfda", "labels")).toEqual([]);
  });
});

describe("what an answer cost", () => {
  const seed = { prices: { input: 1, output: 10 }, origin: "seed" as const };
  const answer = { model: "m", status: "ok" as const, usage: { inputTokens: 1_000_000, outputTokens: 100_000 } };

  it("is what was billed, whatever the table says", () => {
    expect(priceAnswer({ ...answer, cost: { usd: 0.5, basis: "billed" } }, seed)).toEqual({ usd: 0.5, basis: "billed" });
  });

  it("is estimated from the table where nothing was billed, and never called billed", () => {
    const unknown = { usd: null, basis: "unknown", reason: "No price is set for m." } as const;
    expect(priceAnswer({ ...answer, cost: unknown }, seed)).toMatchObject({ usd: 2, basis: "estimated" });
  });

  it("is the operator's estimate before the shipped price, and an administrator's price before that", () => {
    const own = { usd: 1, basis: "estimated" } as const;
    expect(priceAnswer({ ...answer, cost: own }, seed)).toEqual(own);
    expect(priceAnswer({ ...answer, cost: own }, { ...seed, origin: "admin" })).toMatchObject({ usd: 2 });
  });

  it("is unknown with the reason where there is no price, or nothing says what was used", () => {
    const unknown = { usd: null, basis: "unknown", reason: "No price is set for m." } as const;
    expect(priceAnswer({ ...answer, cost: unknown }, null)).toEqual(unknown);
    expect(priceAnswer({ ...answer, usage: {}, cost: { usd: null, basis: "unknown" } }, seed)).toEqual({
      usd: null,
      basis: "unknown",
      reason: "The answer does not say what it used.",
    });
    expect(meteredOf({ passages: 3 })).toBeNull();
  });
});
