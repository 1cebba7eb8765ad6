import { describe, expect, it } from "vitest";
import { factSchema } from "../../categories/schema";
import { extractClaims } from "./extract";

const weight = factSchema.parse({
  name: "weight",
  label: "Molecular weight",
  kind: "quantity",
  unit: "g/mol",
  otherUnits: ["1"],
  synonyms: ["molecular weight"],
  comparability: ["analyte"],
});
const change = factSchema.parse({
  name: "change",
  label: "Change",
  kind: "quantity",
  unit: "%",
  scale: "change",
  synonyms: ["hba1c"],
  comparability: ["arm"],
});
const read = (text: string) =>
  extractClaims({ text, start: 0, end: text.length, facts: [weight, change], subject: ["zelorin", "Zelora"] }).map(({ value, qualifiers }) => [
    value.kind === "quantity" ? value.value : null,
    qualifiers,
  ]);

describe("a value is that", () => {
  it.each([
    ["The molecular weight of zelorin hydrochloride is 165.6 g/mol.", [[165.6, { analyte: "zelorin hydrochloride" }]]],
    ["Zelorin has a molecular weight of 129 g/mol.", [[129, { analyte: "zelorin" }]]],
    ["Zelorin sodium is a white powder with a molecular weight of 330.3.", [[330.3, { analyte: "zelorin sodium" }]]],
  ])("of the substance named: %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("of the other arm where the words behind it say so", () => {
    const found = read("In the trial HbA1c fell by 1.4% with zelorin; HbA1c rose by 0.4% with placebo.");
    expect(found.map(([value, qualifiers]) => [Math.abs(Number(value)), qualifiers])).toEqual([
      [1.4, {}],
      [0.4, { arm: "placebo" }],
    ]);
    expect(read("HbA1c on zelorin fell by 1.1% compared with placebo.")[0]?.[1]).toEqual({});
  });
});

describe("a value is read", () => {
  const half = factSchema.parse({
    name: "half",
    label: "Half-life",
    kind: "quantity",
    unit: "h",
    synonyms: ["half-life"],
    comparability: ["population"],
  });
  const age = factSchema.parse({ name: "age", label: "Age", kind: "quantity", unit: "a", synonyms: ["elderly"] });
  const all = (text: string) =>
    extractClaims({ text, start: 0, end: text.length, facts: [half, age, weight], subject: ["zelorin"] }).map(({ attribute, raw }) => [
      attribute,
      raw,
    ]);

  it("where its name stands in brackets behind it", () => {
    expect(all("Zelorin in adults: 5 to 7 h (half-life).")).toEqual([["half", "5 to 7 h"]]);
    expect(all("Zelorin stays for 7 h (the half-life is unknown).")).toEqual([]);
  });

  it("never as an age in hours, nor as a number of things", () => {
    expect(all("Zelorin in the elderly: 9 h.")).toEqual([]);
    expect(all("The molecular weight of zelorin has been studied in 3 large works.")).toEqual([]);
  });
});
