import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unitSymbols } from "./unit-symbols";
import { unitWords } from "./unit-words";
import { convert, dimensionOf, isValidUnit, toUcum } from "./units";

describe("units as printed", () => {
  it.each([
    ["mcg", "ug"],
    ["µg/mL", "ug/mL"],
    ["μg/mL", "ug/mL"],
    ["nM", "nmol/L"],
    ["I.U.", "[iU]"],
    ["units", "[arb'U]"],
    ["U/L", "U/L"],
    ["hrs", "h"],
    ["ºC", "Cel"],
    ["mm Hg", "mm[Hg]"],
    ["kDa", "ku"],
    ["wt.%", "%{mass}"],
    ["% (w/v)", "g/dL"],
    ["mL/min/1.73 m²", "mL/min/{1.73_m2}"],
    ["ml/min per 1.73 m^2", "mL/min/{1.73_m2}"],
    ["ng·h/mL", "ng.h/mL"],
    ["mcg*hr/mL", "ug.h/mL"],
    ["mg/kg per day", "mg/kg/d"],
    ["mmol L−1", "mmol/L"],
    ["h⁻¹", "/h"],
    ["/10^6 cells", "/(10*6.{cells})"],
    ["square kilometres", "km2"],
    ["W/(m·K)", "W/(m.K)"],
    ["fold", "1"],
  ])("%s is %s", (surface, code) => {
    expect(toUcum(surface)).toBe(code);
  });
  it.each(["", "tablets", "mg mL", "mg/foo", "the", "3 mg"])("%j is no unit", (surface) => {
    expect(toUcum(surface)).toBeNull();
  });
  it("has only valid UCUM codes in its tables", () => {
    const wrong = [...unitSymbols, ...unitWords].filter(([, code]) => !isValidUnit(code));
    expect(wrong).toEqual([]);
  });
});

describe("dimensions", () => {
  it.each([
    ["L", "L/kg"],
    ["mL/min", "mL/min/{1.73_m2}"],
    ["mg/d", "mg/kg/d"],
    ["umol/L", "mg/L"],
    ["[iU]", "mg"],
    ["[iU]", "[arb'U]"],
    ["mg/kg", "%"],
    ["{USD}", "{EUR}"],
  ])("%s and %s are different", (one, other) => {
    expect(dimensionOf(one)).not.toBe(dimensionOf(other));
    expect(convert(1, one, other)).toBeNull();
  });
  it("gives a key also to what is no unit, and no key of a unit", () => {
    expect(dimensionOf("nonsense unit")).toBe("?");
    expect(isValidUnit("a b")).toBe(false);
  });
});

describe("conversion", () => {
  it.each([
    [372, "min", "h", 6.2],
    [1.2, "L/h", "mL/min", 20],
    [37, "Cel", "[degF]", 98.6],
    [60, "%", "1", 0.6],
    [5, "mg/g", "%{mass}", 0.5],
  ])("%d %s is in %s %d", (value, from, to, expected) => {
    expect(convert(value, from, to)).toBeCloseTo(expected, 9);
  });
  it("turns amount of substance into mass by a molecular weight only", () => {
    expect(convert(10, "umol/L", "mg/L")).toBeNull();
    expect(convert(10, "umol/L", "mg/L", { molecularWeight: 129.16 })).toBeCloseTo(1.2916, 6);
  });
  it("comes back to where it started", () => {
    const pairs: [string, string][] = [
      ["h", "min"],
      ["ng/mL", "umol/L"],
      ["L/h", "mL/min"],
      ["Cel", "[degF]"],
      ["ug/mL", "g/L"],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.double({ min: 0.001, max: 1e6, noNaN: true }), ([from, to], value) => {
        const there = convert(value, from, to, { molecularWeight: 300 });
        const back = there === null ? null : convert(there, to, from, { molecularWeight: 300 });
        expect(Math.abs((back ?? Number.NaN) - value) / value).toBeLessThan(1e-6);
      }),
    );
  });
});
