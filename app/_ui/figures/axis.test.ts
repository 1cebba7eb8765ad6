import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateAxis, numberAxis, position } from "./axis";

const labels = (axis: { ticks: readonly { label: string }[] }) => axis.ticks.map((tick) => tick.label);

describe("numberAxis", () => {
  test("begins at zero when the values start in the lower half", () => {
    expect(labels(numberAxis([4, 17.6]))).toEqual(["0", "5", "10", "15", "20"]);
  });
  test("stays away from zero when the values lie close together", () => {
    expect(labels(numberAxis([98, 102]))).toEqual(["98", "99", "100", "101", "102"]);
  });
  test("groups thousands and keeps the decimals of its step", () => {
    expect(labels(numberAxis([2550, 3000]))).toEqual(["2,500", "2,600", "2,700", "2,800", "2,900", "3,000"]);
    expect(labels(numberAxis([0.12, 0.31]))).toEqual(["0.0", "0.1", "0.2", "0.3", "0.4"]);
  });
  test("puts a lone value in the middle", () => {
    const axis = numberAxis([30]);
    expect(position(axis, 30)).toBe(50);
  });
  test("draws a scale for a lone zero and for no value", () => {
    expect(numberAxis([0]).high).toBe(1);
    expect(numberAxis([]).high).toBe(1);
  });
  test("always has 4 to 7 ticks, covers its values and keeps their order", () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (values) => {
        const axis = numberAxis(values);
        expect(axis.ticks.length).toBeGreaterThanOrEqual(4);
        expect(axis.ticks.length).toBeLessThanOrEqual(7);
        const slack = Math.max(1e-8, (axis.high - axis.low) * 1e-6, Math.abs(values[0] ?? 0) * 1e-8);
        for (const each of values) {
          expect(each).toBeGreaterThanOrEqual(axis.low - slack);
          expect(each).toBeLessThanOrEqual(axis.high + slack);
        }
      }),
    );
  });
});

describe("dateAxis", () => {
  const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

  test("falls on half years over two years", () => {
    expect(labels(dateAxis([at("1994-01-01"), at("1995-12-31")]))).toEqual(["Jan 1994", "Jul", "Jan 1995", "Jul", "Jan 1996"]);
  });
  test("falls on years over decades", () => {
    expect(labels(dateAxis([at("1957-05-01"), at("2005-01-01")]))).toEqual(["1950", "1960", "1970", "1980", "1990", "2000", "2010"]);
  });
  test("falls on days over a week and names the year once", () => {
    expect(labels(dateAxis([at("2024-03-01"), at("2024-03-05")]))).toEqual(["1 Mar 2024", "2 Mar", "3 Mar", "4 Mar", "5 Mar"]);
  });
  test("puts a lone day inside a year", () => {
    const axis = dateAxis([at("1995-03-03")]);
    expect(position(axis, at("1995-03-03"))).toBeGreaterThan(20);
    expect(position(axis, at("1995-03-03"))).toBeLessThan(80);
  });
  test("has at most seven ticks for any two days of recorded history", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("0100-01-01"), max: new Date("2200-01-01"), noInvalidDate: true }), fc.nat(700_000), (date, days) => {
        const axis = dateAxis([date.getTime(), date.getTime() + days * 86_400_000]);
        expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
        expect(axis.ticks.length).toBeLessThanOrEqual(7);
        expect(axis.low).toBeLessThanOrEqual(date.getTime());
        expect(axis.high).toBeGreaterThanOrEqual(date.getTime() + days * 86_400_000);
      }),
    );
  });
});

test("a position is clamped to the axis", () => {
  expect(position({ low: 0, high: 20 }, 5)).toBe(25);
  expect(position({ low: 0, high: 20 }, -5)).toBe(0);
  expect(position({ low: 0, high: 20 }, 25)).toBe(100);
});
