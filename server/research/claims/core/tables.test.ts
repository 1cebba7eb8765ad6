import { describe, expect, it } from "vitest";
import { type FactInput, factSchema } from "../../categories/schema";
import { extractClaims } from "./extract";

const facts = (
  [
    { name: "peak", label: "Peak", kind: "quantity", unit: "ng/mL", synonyms: ["cmax"] },
    { name: "half_life", label: "Half-life", kind: "quantity", unit: "h", synonyms: ["half-life", "t½"] },
    { name: "incidence", label: "Incidence", kind: "incidence", unit: "%", synonyms: ["reported"], comparability: ["term", "arm"] },
  ] satisfies FactInput[]
).map((fact) => factSchema.parse(fact));

const found = (text: string): string[] =>
  extractClaims({ text, start: 0, end: text.length, facts }).map(({ attribute, value, qualifiers, raw, quote, start, end }) => {
    expect(text.slice(start, end)).toBe(quote);
    expect(quote).toContain(raw);
    const number = value.kind === "quantity" ? `${value.op === "=" ? "" : value.op}${value.value} ${value.unit}` : "";
    return [attribute, number, ...Object.values(qualifiers)].join(" ");
  });

describe("tables", () => {
  it("reads the arms of an incidence table from its header", () => {
    const text = "| Reaction | Zelorin (n=141) | Placebo (n=145) |\n|---|---|---|\n| Nausea | 12.5% | 4% |\n| Rash | 7 (5.0%) | 0% |";
    expect(found(text)).toEqual([
      "incidence 12.5 % nausea treatment",
      "incidence 4 % nausea placebo",
      "incidence 5 % rash treatment",
      "incidence 0 % rash placebo",
    ]);
  });
  it("takes the percent sign from the header, also where the row has no outer bars", () => {
    expect(found("Reaction (%) | Zelorin | Placebo\nHeadache | 12 | <1")).toEqual([
      "incidence 12 % headache treatment",
      "incidence <1 % headache placebo",
    ]);
  });
  it("reads columns that name facts, with the unit of the header and the population of the row", () => {
    const text = "| Group | Cmax (ng/mL) | t½ |\n|---|---|---|\n| Children | 48 | 6 h |\n| Elderly | 70 | 9 h |";
    expect(found(text)).toEqual(["peak 48 ng/mL children", "half_life 6 h children", "peak 70 ng/mL elderly", "half_life 9 h elderly"]);
  });
  it("reads rows that name facts themselves once", () => {
    expect(found("| Parameter | Half-life or other value |\n|---|---|\n| Half-life (h) | 6.2 |")).toEqual(["half_life 6.2 h"]);
  });
  it("claims nothing from bare counts, odd rows and separators", () => {
    expect(found("| Reaction | Zelorin | Placebo |\n|---|---|---|\n| Nausea | 12 | 4 |\n| only one |\n|---|---|---|")).toEqual([]);
  });
});
