import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FactInput, factSchema } from "../../categories/schema";
import type { ClaimValue, Qualifiers, QuantityValue } from "../../claims/schema";
import { compareClaims } from "./compare";

const fact = (extra: Partial<FactInput> = {}) =>
  factSchema.parse({
    name: "half_life",
    label: "Half-life",
    kind: "quantity",
    unit: "h",
    comparability: ["population", "species", "matrix", "phase"],
    ...extra,
  });
const dose = fact({ name: "limit", unit: "mg/d", comparability: ["population", "jurisdiction"], tolerance: { rounding: 0, minor: 0 } });
const binding = fact({ name: "binding", unit: "%", complementAbove: 90 });
const side = (value: ClaimValue, qualifiers: Qualifiers = {}, polarity: "affirmed" | "denied" = "affirmed") => ({ value, qualifiers, polarity });
const number = (value: number, unit: string, extra: Partial<QuantityValue> = {}): ClaimValue => ({
  kind: "quantity",
  value,
  op: "=",
  approx: false,
  unit,
  unitAssumed: false,
  ...extra,
});
const range = (low: number, high: number, unit: string): ClaimValue => ({
  kind: "quantity",
  low,
  high,
  op: "=",
  approx: false,
  unit,
  unitAssumed: false,
});
const verdict = (a: ClaimValue, b: ClaimValue, definition = fact()): string => compareClaims(definition, side(a), side(b)).verdict;

describe("numbers", () => {
  it.each([
    [number(372, "min"), number(6.2, "h"), "agree"],
    [range(18, 36, "h"), number(24, "h"), "agree"],
    [number(10, "h", { sd: 3 }), number(12, "h"), "agree"],
    [number(24, "h", { op: ">" }), number(60, "h"), "agree"],
    [number(6.2, "h"), number(6, "h"), "rounding"],
    [number(7.9, "h"), number(9, "h"), "minor"],
    [number(6, "h"), number(17, "h"), "conflict"],
    [number(24, "h", { op: ">" }), number(6, "h"), "conflict"],
    [number(6, "h"), number(6, "min"), "unit_slip"],
    [number(1.5, "h"), number(36, "h"), "unit_slip"],
    [number(3, "d"), number(3, "wk"), "unit_slip"],
    [number(6, "h"), number(6, "mg"), "not_comparable"],
  ] as const)("%o against %o: %s", (a, b, expected) => {
    expect(verdict(a, b)).toBe(expected);
    expect(verdict(b, a)).toBe(expected);
  });
  it("names the ratio of a suspected slip", () => {
    const { ratio, reason } = compareClaims(fact(), side(number(6, "h")), side(number(6, "min")));
    expect(ratio).toBeCloseTo(60, 6);
    expect(reason).toContain("minutes against hours");
  });
  it("holds flow in mL/min against L/h as a slip of 16.67", () => {
    expect(verdict(number(74, "mL/min"), number(74, "L/h"), fact({ unit: "mL/min" }))).toBe("unit_slip");
  });
  it("sets amounts of substance against masses only by a molecular weight", () => {
    const peak = fact({ unit: "ng/mL", otherUnits: ["umol/L"] });
    expect(verdict(number(125, "ng/mL"), number(0.3, "umol/L"), peak)).toBe("not_comparable");
    expect(compareClaims(peak, side(number(129.2, "ng/mL")), side(number(1, "umol/L")), { molecularWeight: 129.16 }).verdict).toBe("agree");
  });
  it("compares high binding by what stays free", () => {
    expect(verdict(number(99.5, "%"), number(97, "%"), binding)).toBe("conflict");
    expect(verdict(number(98, "%"), number(96.5, "%"), binding)).toBe("minor");
    expect(verdict(number(98, "%"), number(98.3, "%"), binding)).toBe("rounding");
    expect(verdict(number(98, "%"), number(95, "%", { op: ">" }), binding)).toBe("agree");
  });
  it("lets no difference of a limit pass", () => {
    expect(verdict(number(2550, "mg/d"), number(2500, "mg/d"), dose)).toBe("conflict");
    expect(verdict(number(4, "g/d"), number(4000, "mg/d"), dose)).toBe("agree");
    expect(verdict(number(30, "mg/d", { op: "<" }), number(45, "mg/d", { op: "<" }), dose)).toBe("conflict");
  });
});

describe("comparability", () => {
  const compare = (a: Qualifiers, b: Qualifiers, definition = fact()) => compareClaims(definition, side(number(6, "h"), a), side(number(17, "h"), b));
  it("does not compare what is stated for different things", () => {
    expect(compare({ matrix: "plasma" }, { matrix: "whole blood" })).toMatchObject({
      verdict: "not_comparable",
      differing: ["matrix"],
      unstated: [],
      reason: "Different matrix: plasma against whole blood.",
    });
    expect(compare({ population: "children" }, { population: "elderly" })).toMatchObject({ verdict: "not_comparable", differing: ["population"] });
    expect(compare({ species: "rat" }, {})).toMatchObject({ verdict: "not_comparable", differing: ["species"] });
  });
  it("takes healthy, adult and unstated populations for one, and plasma for serum", () => {
    expect(compare({ population: "adults" }, { population: "healthy adults" }).verdict).toBe("conflict");
    expect(compare({ matrix: "plasma" }, { matrix: "serum" }).verdict).toBe("conflict");
  });
  it("leaves a disagreement open that states a key on one side only, and lets an agreement stand", () => {
    const open = compare({ population: "elderly" }, {});
    expect(open).toMatchObject({ verdict: "not_comparable", unstated: ["population"], differing: [] });
    expect(open.reason).toContain("population");
    expect(compareClaims(fact(), side(number(6, "h"), { population: "elderly" }), side(number(6, "h"))).verdict).toBe("agree");
  });
  it("sets regulators side by side", () => {
    const found = compareClaims(dose, side(number(10, "mg/d"), { jurisdiction: "EU" }), side(number(20, "mg/d"), { jurisdiction: "US" }));
    expect(found).toMatchObject({ verdict: "jurisdiction_difference", differing: ["jurisdiction"] });
    expect(found.reason).toContain("EU says 10 mg/d, US says 20 mg/d");
  });
  it("also compares by the keys of the category", () => {
    const found = compareClaims(fact(), side(number(6, "h"), { form: "tablet" }), side(number(17, "h"), { form: "solution" }), { keys: ["form"] });
    expect(found).toMatchObject({ verdict: "not_comparable", differing: ["form"] });
  });
});

describe("dates, answers and names", () => {
  const date = (earliest: string, latest: string, extra: object = {}): ClaimValue => ({
    kind: "date",
    earliest,
    latest,
    precision: earliest === latest ? "day" : "year",
    ...extra,
  });
  it("lets dates agree at their precision and by either reading", () => {
    expect(verdict(date("2015-07-07", "2015-07-07"), date("2015-01-01", "2015-12-31"))).toBe("agree");
    expect(verdict(date("2015-07-07", "2015-07-07"), date("2015-11-19", "2015-11-19"))).toBe("conflict");
    expect(
      verdict(date("2015-04-03", "2015-04-03", { alternative: { earliest: "2015-03-04", latest: "2015-03-04" } }), date("2015-03-04", "2015-03-04")),
    ).toBe("agree");
  });
  it("compares yes and no by value and polarity together", () => {
    const yes: ClaimValue = { kind: "boolean", value: true };
    const no: ClaimValue = { kind: "boolean", value: false };
    expect(compareClaims(fact(), side(yes), side(no)).verdict).toBe("conflict");
    expect(compareClaims(fact(), side(yes, {}, "denied"), side(no)).verdict).toBe("agree");
  });
  it("holds a missing member of a set for no contradiction, an explicit denial for one", () => {
    const term = (value: string): ClaimValue => ({ kind: "term", value });
    const set = fact({ kind: "set" });
    expect(compareClaims(set, side(term("CYP2C9")), side(term("CYP3A4"))).verdict).toBe("agree");
    expect(compareClaims(set, side(term("CYP2C9")), side(term("CYP2C9"), {}, "denied")).verdict).toBe("conflict");
    expect(compareClaims(fact({ kind: "enumeration" }), side(term("approved")), side(term("withdrawn"))).verdict).toBe("conflict");
  });
});

describe("keys that both sides state", () => {
  it("differ, even where one of the words is what silence would mean", () => {
    const compared = compareClaims(fact(), side(number(6.2, "h"), { matrix: "plasma" }), side(number(17.6, "h"), { matrix: "whole blood" }));
    expect(compared).toMatchObject({ verdict: "not_comparable", differing: ["matrix"], unstated: [] });
    const silent = compareClaims(fact(), side(number(6.2, "h")), side(number(17.6, "h"), { matrix: "whole blood" }));
    expect(silent).toMatchObject({ verdict: "not_comparable", differing: [], unstated: ["matrix"] });
  });
});

describe("any two numbers", () => {
  it("give the same verdict both ways, agree with themselves, and always a sentence", () => {
    const positive = fc.double({ min: 0.001, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(positive, positive, fc.constantFrom("h", "min", "d"), (x, y, unit) => {
        const [a, b] = [number(x, unit), number(y, "h")];
        expect(verdict(a, b)).toBe(verdict(b, a));
        expect(verdict(a, a)).toBe("agree");
        expect(compareClaims(fact(), side(a), side(b)).reason).toMatch(/^[^a-z].*\.$/s);
      }),
    );
  });
});
