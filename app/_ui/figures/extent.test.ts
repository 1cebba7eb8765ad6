import { expect, test } from "vitest";
import type { QuantityValue } from "@/server/research/claims/schema";
import { extentEnds, extentOf } from "./extent";

const quantity = (given: Partial<QuantityValue>): QuantityValue => ({
  kind: "quantity",
  op: "=",
  approx: false,
  unitAssumed: false,
  unit: "h",
  ...given,
});

test("a number is a point, a range an interval", () => {
  expect(extentOf(quantity({ value: 6.2 }))).toEqual({ kind: "point", at: 6.2 });
  expect(extentOf(quantity({ low: 4, high: 8.7 }))).toEqual({ kind: "interval", low: 4, high: 8.7 });
});
test("a deviation is drawn around its middle", () => {
  expect(extentOf(quantity({ value: 654, sd: 358 }))).toEqual({ kind: "interval", low: 296, high: 1012, middle: 654 });
});
test("a limit is open on one side", () => {
  expect(extentOf(quantity({ value: 30, op: "<" }))).toEqual({ kind: "limit", at: 30, open: "below" });
  expect(extentOf(quantity({ value: 30, op: ">=" }))).toEqual({ kind: "limit", at: 30, open: "above" });
  expect(extentOf(quantity({ high: 45 }))).toEqual({ kind: "limit", at: 45, open: "below" });
  expect(extentOf(quantity({ low: 45 }))).toEqual({ kind: "limit", at: 45, open: "above" });
});
test("a day is a point, a year reaches to its last midnight", () => {
  expect(extentOf({ kind: "date", earliest: "1995-03-03", latest: "1995-03-03", precision: "day" })).toEqual({
    kind: "point",
    at: Date.UTC(1995, 2, 3),
  });
  const year = extentOf({ kind: "date", earliest: "1995-01-01", latest: "1995-12-31", precision: "year" });
  expect(year).toEqual({ kind: "interval", low: Date.UTC(1995, 0, 1), high: Date.UTC(1996, 0, 1) });
});
test("words and yes or no have no place on an axis", () => {
  expect(extentOf({ kind: "term", value: "renal" })).toBeNull();
  expect(extentOf({ kind: "boolean", value: true })).toBeNull();
  expect(extentOf(quantity({}))).toBeNull();
});
test("an axis covers both ends of an interval", () => {
  expect(extentEnds({ kind: "interval", low: 4, high: 8.7 })).toEqual([4, 8.7]);
  expect(extentEnds({ kind: "limit", at: 30, open: "below" })).toEqual([30]);
});
