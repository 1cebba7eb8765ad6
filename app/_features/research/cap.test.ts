import { expect, test } from "vitest";
import { categoriesWithin, typedCap } from "./cap";

test("a cap is a number of dollars with a point or a comma", () => {
  expect([typedCap("5"), typedCap(" 2.50 "), typedCap("0,75"), typedCap("0")]).toEqual([5, 2.5, 0.75, 0]);
  expect([typedCap(""), typedCap("five"), typedCap("-1"), typedCap("1001"), typedCap("Infinity")]).toEqual([null, null, null, null, null]);
});
test("a cap under the estimate says about how far the run will come", () => {
  expect(categoriesWithin(1, 3.2, 16)).toBe(5);
  expect(categoriesWithin(0, 3.2, 16)).toBe(0);
  expect(categoriesWithin(5, 3.2, 16)).toBeNull();
  expect(categoriesWithin(0, 0, 16)).toBeNull();
});
