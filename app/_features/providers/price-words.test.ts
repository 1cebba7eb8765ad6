import { expect, test } from "vitest";
import { rateWords, typedPrices } from "./price-words";

test("a rate is told with its tiers, and one that is absent is a dash", () => {
  expect(rateWords(1.25)).toBe("$1.25");
  expect(rateWords({ base: 1.25, tiers: [{ start: 200_000, price: 2.5 }] })).toBe("$1.25, $2.50 from 200,000 tokens");
  expect(rateWords(undefined)).toBe("\u2013");
});
test("empty fields are no prices, and what is no number stays no number", () => {
  const typed: Record<string, string> = { input: " 1,25 ", output: "10", searches: "", credit: "abc" };
  expect(typedPrices((field) => typed[field] ?? "")).toEqual({ input: 1.25, output: 10, credit: Number.NaN });
});
