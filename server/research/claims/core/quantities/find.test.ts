import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isValidUnit } from "../units";
import { findQuantities } from "./find";
import type { Quantity } from "./types";

const only = (text: string): Quantity => {
  const found = findQuantities(text);
  expect(found.map((each) => each.raw)).toHaveLength(1);
  return found[0] as Quantity;
};
const brief = ({ value, low, high, unit }: Quantity): string => `${value ?? `${low}..${high}`} ${unit}`;
const all = (text: string): string[] => findQuantities(text).map(brief);

describe("numbers", () => {
  it.each([
    ["a dose of 1,000 mg", "1000 mg"],
    ["a mass of 1.000,5 kg", "1000.5 kg"],
    ["some 12\u202f500 m away", "12500 m"],
    ["a factor of 0·5 mg", "0.5 mg"],
    ["only .05 mL", "0.05 mL"],
    ["about 3 × 10−5 mol/L", "0.00003 mol/L"],
    ["about 3·10⁵ Pa", "300000 Pa"],
    ["nearly 4e6 W", "4000000 W"],
    ["a density of 1.5×1012 cm−3", "1500000000000 /cm3"],
    ["half of the dose lasts twenty-four hours", "0.5 1|24 h"],
    ["two and a half hours", "2.5 h"],
    ["a dozen tablets", "12 1"],
    ["1/4 inch", "0.25 [in_i]"],
    ["2 1/2 cups", "2.5 [cup_us]"],
    ["a hundred and two metres", "102 m"],
    ["at −18 °C", "-18 Cel"],
    ["revenue of $4.2 billion", "4200000000 {USD}"],
    ["it costs 12 dollars per hour", "12 {USD}/h"],
    ["about one-half mile to the east", "0.5 [mi_i]"],
    ["after a half-life of 5 h", "5 h"],
    ["a flux of 8.8mWm−2", "8.8 mW/m2"],
    ["a level of 3 mgL−1", "3 mg/L"],
    ["yields of 11.2 Mg ha−1 year−1", "11.2 Mg/har/a"],
    ["at 54 oN and 25 oC", "54 deg|25 Cel"],
    ["leukocytes of 4.5–11 ×10⁹/L", "4500000000..11000000000 /L"],
    ["a heat capacity of 4.18 J/(g K)", "4.18 J/(g.K)"],
    ["cooled to minus 40 °C", "-40 Cel"],
    ["half a litre of milk", "0.5 L"],
    ["three-quarters of an hour", "0.75 h"],
    ["a current of 16 A in a field of 1.5 T", "16 A|1.5 T"],
    ["a density of (0.28–0.42)×10-10m", "2.8e-11..4.2e-11 m"],
    ["some 3.5–6.1 (×10−4) wt.% of it", "0.00035..0.00061 %{mass}"],
    ["cells at (2.1 ± 0.3) × 10^5 cells/mL", "210000 {cells}/mL"],
    ["of 5 mm per side", "5 mm/{side}"],
    ["in 25% per protocol", "25 %"],
    ["over six orders of magnitude", "6 {orders_of_magnitude}"],
    ["less than 1 ppm by mass", "1 [ppm]{mass}"],
    ['plates of 9" each', "9 [in_i]"],
    ['he calls it "the top 10" list', "10 1"],
  ])("reads %s", (text, expected) => {
    expect(all(text).join("|")).toBe(expected);
  });
  it("keeps thirty and sixty apart after between", () => {
    expect(only("between thirty and sixty minutes")).toMatchObject({ low: 30, high: 60, unit: "min" });
  });
  it.each(["the ratio 120/80 was normal", "open 24/7"])("takes no fraction from %s", (text) => {
    expect(findQuantities(text).some((each) => each.value !== undefined && each.value < 4)).toBe(false);
  });
});

describe("what is no quantity", () => {
  it.each([
    "as reported [12, 14] and later (Moreno et al., 2005)",
    "Moreno and Haas (2011) disagree",
    "see Fig. 3a and b, Table 2 and Eq. (4)",
    "metabolised by CYP3A4, not IL-6 or HbA1c",
    "labelled with 13C and 18O",
    "patients with type 2 diabetes in phase 3 trials",
    "registered as NCT01234567 under doi:10.1000/abc.123",
    "read https://example.org/2020/12 at 10:30",
    "the 2nd and 3rd group",
    "as seen by Voyager 2 under ISO 9001",
    "found in no one of the plants",
  ])("%s", (text) => {
    expect(findQuantities(text).filter((each) => each.kind !== "year")).toEqual([]);
  });
  it("leaves out the list after a label noun", () => {
    expect(findQuantities("in phases 3, 5 and 7 the rate was 4 mg/h").map((each) => each.raw)).toEqual(["4 mg/h"]);
  });
  it("does not read the divisor of a unit as a number", () => {
    expect(all("an eGFR of 45 mL/min/1.73 m2 and 3 events/100 patient-years")).toEqual(["45 mL/min/{1.73_m2}", "3 {events}/(100.{patients}.a)"]);
  });
});

describe("ranges, tolerances and lists", () => {
  it.each(["10-15 mg", "10–15 mg", "10 to 15 mg", "between 10 and 15 mg", "from 10 mg to 15 mg", "10- to 15-mg"])("%s is one range", (text) => {
    expect(only(text)).toMatchObject({ low: 10, high: 15, unit: "mg" });
  });
  it("keeps a tolerance with its value, also in brackets before the unit", () => {
    expect(only("654 ± 358 L")).toMatchObject({ value: 654, sd: 358, unit: "L" });
    expect(only("245 (67) ng/mL")).toMatchObject({ value: 245, sd: 67, unit: "ng/mL" });
  });
  it("lends the last unit of a list to the numbers before it", () => {
    expect(all("10, 20 and 40 mg")).toEqual(["10 mg", "20 mg", "40 mg"]);
  });
  it("marks a change from one value to another", () => {
    expect(only("titrated from 5 to 14 mg").change).toBe(true);
    expect(only("values from 5 to 14 mg").change).toBeUndefined();
  });
  it("ends the unit at the full stop of the sentence", () => {
    expect(all("Clearance was 12 L/h/m2. The next day it fell.")).toEqual(["12 L/h/m2"]);
  });
});

describe("operators", () => {
  it.each([
    ["at least 5 mg", ">="],
    ["up to 5 mg", "<="],
    ["not more than 5 mg", "<="],
    ["should not exceed 5 mg", "<="],
    ["less than 5 mg", "<"],
    ["> 5 mg", ">"],
    ["5 mg or less", "<="],
    ["exceeds 5 mg", ">"],
    ["may be as long as 5 h", "<="],
  ] as const)("%s", (text, op) => {
    expect(only(text)).toMatchObject({ value: 5, op });
  });
  it("reads over as during before a time, and as more than after a word of length", () => {
    expect(only("infused over 24 h").op).toBe("=");
    expect(only("lasting over 24 h").op).toBe(">");
  });
  it("marks what is about", () => {
    expect(only("approximately 6 h")).toMatchObject({ approx: true, op: "=" });
    expect(only("∼6 h").approx).toBe(true);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    "10",
    " ",
    "mg",
    "/",
    "kg",
    "–",
    "±",
    ".",
    ",",
    "(",
    ")",
    "%",
    "to ",
    "between ",
    "twelve ",
    "Fig. ",
    "×10−",
    "°C",
    "é",
    "😀",
    "\n",
    "h",
    "1.73 m2",
    "2019",
    "$",
    "-",
    "<",
    "CYP",
  );
  it("has quantities with exact offsets, in order, without overlap and with valid units", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        let at = 0;
        for (const quantity of findQuantities(text)) {
          expect(text.slice(quantity.start, quantity.end)).toBe(quantity.raw);
          expect(quantity.start).toBeGreaterThanOrEqual(at);
          expect(quantity.numberStart).toBeGreaterThanOrEqual(quantity.start);
          expect(quantity.numberEnd).toBeLessThanOrEqual(quantity.end);
          expect(isValidUnit(quantity.unit)).toBe(true);
          at = quantity.end;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("numbers that count nothing", () => {
  it.each(["Romans 8:28-30 and 1 Corinthians 13", "music of the 80s", "the twenty-first century"])("%s", (text) => {
    expect(all(text).filter((each) => !each.startsWith("undefined"))).toEqual([]);
  });
});
