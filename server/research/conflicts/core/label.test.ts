import { describe, expect, it } from "vitest";
import type { ClaimValue, QuantityValue } from "../../claims/schema";
import { labelOf, numberLabel, valueLabel } from "./label";
import { unitLabel } from "./unit-label";

const quantity = (more: Partial<QuantityValue>): ClaimValue => ({ kind: "quantity", op: "=", approx: false, unit: "h", unitAssumed: false, ...more });
const plain = (text: string) => text.replaceAll("\u00a0", "~");

describe("the words for a claim", () => {
  it.each([
    ["h", "h"],
    ["ug/mL", "µg/mL"],
    ["ng.h/mL", "ng·h/mL"],
    ["[iU]/L", "IU/L"],
    ["mL/min/{1.73_m2}", "mL/min/1.73 m²"],
    ["mm[Hg]", "mmHg"],
    ["%", "%"],
    ["1", ""],
    ["Cel", "°C"],
    ["kg/m2", "kg/m²"],
    ["m-1", "m⁻¹"],
    ["10*9/L", "10⁹/L"],
    ["{beats}/min", "beats/min"],
    ["%{mass}", "% w/w"],
    ["mo", "months"],
    ["mg/d", "mg/d"],
    ["/h", "per\u00a0h"],
    ["{USD}", "USD"],
    ["constructor", "constructor"],
  ])("unit %s reads %s", (code, words) => {
    expect(unitLabel(code)).toBe(words);
  });

  it.each([
    [{ value: 6.2 }, "6.2~h"],
    [{ low: 18, high: 36 }, "18–36~h"],
    [{ low: -2, high: 3, unit: "Cel" }, "−2~to~3~°C"],
    [{ value: 6.2, approx: true }, "about 6.2~h"],
    [{ value: 654, sd: 358, unit: "L" }, "654~±~358~L"],
    [{ value: 2550, op: "<=" as const, unit: "mg/d" }, "≤~2550~mg/d"],
    [{ low: 50, high: 60, unit: "%" }, "50–60%"],
    [{ value: 1.67, unit: "1" }, "1.67"],
    [{ low: 4 }, "4~h"],
    [{ value: 1, unit: "wk", approx: true }, "about 1~week"],
    [{ value: 2, unit: "wk" }, "2~weeks"],
  ])("a quantity %o reads %s", (value, words) => {
    expect(plain(valueLabel(quantity(value)))).toBe(words);
  });

  it.each([
    [0.1 + 0.2, "0.3"],
    [1234, "1234"],
    [12345, "12,345"],
    [1234567.8, "1,234,570"],
    [25_000_000, "2.5~×~10⁷"],
    [0.00002, "2~×~10⁻⁵"],
    [-4.5, "−4.5"],
    [0, "0"],
  ])("the number %d reads %s", (value, words) => {
    expect(plain(numberLabel(value))).toBe(words);
  });

  it("dates read at their precision, and truth as yes or no", () => {
    const date = (earliest: string, latest: string, precision: "day" | "month" | "quarter" | "year"): ClaimValue => ({
      kind: "date",
      earliest,
      latest,
      precision,
    });
    expect(plain(valueLabel(date("1995-03-03", "1995-03-03", "day")))).toBe("3~March~1995");
    expect(plain(valueLabel(date("1995-03-01", "1995-03-31", "month")))).toBe("March~1995");
    expect(plain(valueLabel(date("2024-07-01", "2024-09-30", "quarter")))).toBe("Q3~2024");
    expect(valueLabel(date("1995-01-01", "1996-12-31", "year"))).toBe("1995–1996");
    expect(valueLabel({ kind: "boolean", value: true })).toBe("yes");
    expect(valueLabel({ kind: "boolean", value: true }, true)).toBe("no");
    expect(valueLabel({ kind: "term", value: "over_the_counter" }, true)).toBe("not over the counter");
  });

  it("qualifiers stand in the order of the fact's keys, each once", () => {
    const claim = {
      value: quantity({ value: 6 }),
      polarity: "affirmed" as const,
      qualifiers: { matrix: "plasma", population: "adults", route: "oral" },
    };
    expect(plain(labelOf(claim, { comparability: ["population", "matrix"] }))).toBe("6~h (adults, plasma)");
    expect(plain(labelOf(claim, { comparability: [] }))).toBe("6~h");
    expect(plain(labelOf(claim, { comparability: [] }, ["route"]))).toBe("6~h (oral)");
  });

  it("money is told in millions and billions, its currency once", () => {
    const revenue = { value: quantity({ value: 412_000_000, unit: "{EUR}" }), polarity: "affirmed" as const, qualifiers: { currency: "EUR" } };
    expect(plain(labelOf(revenue, { comparability: ["currency"] }))).toBe("412~million~EUR");
    expect(plain(valueLabel(quantity({ low: 9.8e9, high: 21e9, unit: "{USD}" })))).toBe("9.8~billion–21~billion~USD");
    expect(plain(valueLabel(quantity({ value: 4, unit: "{USD}" })))).toBe("4~USD");
  });

  it("early years carry their era", () => {
    const year = (earliest: string, latest: string): ClaimValue => ({ kind: "date", earliest, latest, precision: "year" });
    expect(plain(valueLabel(year("0057-01-01", "0057-12-31")))).toBe("AD~57");
    expect(plain(valueLabel(year("0055-01-01", "0058-12-31")))).toBe("AD~55–58");
  });
});
