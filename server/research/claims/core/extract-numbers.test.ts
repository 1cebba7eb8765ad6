import { describe, expect, it } from "vitest";
import { type FactInput, factSchema } from "../../categories/schema";
import type { ExtractedClaim } from "../schema";
import { extractClaims } from "./extract";

const facts = (
  [
    { name: "half_life", label: "Half-life", kind: "quantity", unit: "h", synonyms: ["half-life", "half-lives", "t1/2", "t½"] },
    { name: "peak", label: "Peak", kind: "quantity", unit: "ng/mL", synonyms: ["cmax", "peak level"] },
    {
      name: "peak_time",
      label: "Time of peak",
      kind: "quantity",
      unit: "h",
      timeAfterEvent: true,
      synonyms: ["tmax", "peak level"],
      requireCue: ["tmax", "after", "reached"],
    },
    {
      name: "binding",
      label: "Binding",
      kind: "quantity",
      unit: "%",
      scale: "percent",
      synonyms: ["protein binding", "bound"],
      complementSynonyms: ["unbound fraction"],
    },
    {
      name: "clearance",
      label: "Clearance",
      kind: "quantity",
      unit: "mL/min",
      otherUnits: ["L/h/kg"],
      synonyms: ["clearance"],
      exclude: ["renal clearance", "creatinine clearance"],
    },
    {
      name: "cutoff",
      label: "Cut-off",
      kind: "quantity",
      unit: "mL/min/{1.73_m2}",
      otherUnits: ["mL/min"],
      synonyms: ["egfr", "creatinine clearance"],
      assumedUnits: [{ phrase: "egfr", unit: "mL/min/{1.73_m2}" }],
    },
    {
      name: "limit",
      label: "Maximum dose",
      kind: "quantity",
      unit: "mg/d",
      otherUnits: ["mg/kg/d"],
      scale: "daily",
      synonyms: ["maximum dose", "maximum daily dose", "maximum of", "up to", "not exceed"],
      requireCue: ["dose", "daily", "day", "24 hours"],
      excludeCue: ["single dose"],
    },
    {
      name: "exposure",
      label: "Exposure ratio",
      kind: "quantity",
      unit: "1",
      scale: "ratio",
      synonyms: ["auc", "exposure"],
      exclude: ["roc-auc"],
      ignoreQualifiers: ["dose"],
      comparability: ["partner"],
    },
    { name: "patients", label: "Patients", kind: "quantity", unit: "1", scale: "count", synonyms: ["enrolled", "randomised"] },
    { name: "revenue", label: "Revenue", kind: "quantity", unit: "{USD}", synonyms: ["revenue"], comparability: ["fiscal_period"] },
  ] satisfies FactInput[]
).map((fact) => factSchema.parse(fact));

const claims = (text: string): ExtractedClaim[] => extractClaims({ text, start: 0, end: text.length, facts });
const brief = ({ attribute, value }: ExtractedClaim): string => {
  if (value.kind !== "quantity") return attribute;
  return `${attribute} ${value.op === "=" ? "" : value.op}${value.value ?? `${value.low}..${value.high}`} ${value.unit}`;
};
const found = (text: string): string => claims(text).map(brief).join(" | ");

describe("which number belongs to which fact", () => {
  it.each([
    ["The half-life of zelorin is 6.2 hours.", "half_life 6.2 h"],
    ["With a 9-hour half-life it is given once daily.", "half_life 9 h"],
    ["It has a half-life of 12 hours following oral use.", "half_life 12 h"],
    ["Cmax was 48 ng/mL and the half-life 5 to 7 h.", "peak 48 ng/mL | half_life 5..7 h"],
    ["Cmax and half-life were 48 ng/mL and 6 h, respectively.", "peak 48 ng/mL | half_life 6 h"],
    ["A peak level of 4 mcg/mL is reached 30 minutes after the dose.", "peak 4 ug/mL | peak_time 30 min"],
    ["About 99% of the drug is bound to proteins.", "binding 99 %"],
    ["The unbound fraction was 2%.", "binding 98 %"],
    ["Protein binding was 0.6.", "binding 60 %"],
    ["t½ (h): 6.2", "half_life 6.2 h"],
    ["| Cmax (ng/mL) | 170 |", "peak 170 ng/mL"],
    ["Avoid it when eGFR is below 30.", "cutoff <30 mL/min/{1.73_m2}"],
    ["Revenue for fiscal 2023 was $4.2 billion.", "revenue 4200000000 {USD}"],
    ["The trial enrolled 412 patients.", "patients 412 1"],
  ])("%s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });
  it("gives each of several values its own claim", () => {
    expect(found("The half-life was 12 h in elderly patients, compared with 7.9 h in young subjects.")).toBe("half_life 12 h | half_life 7.9 h");
  });
  it("splits a change into its two states", () => {
    expect(found("The half-life increased from 5 h to 14 h in cirrhosis.")).toBe("half_life 5 h | half_life 14 h");
  });
});

describe("numbers that are no value", () => {
  it.each([
    "Steady state needs five half-lives (about 3 days).",
    "The half-life was not affected by age.",
    "The half-life was measured after 24 h.",
    "Tmax was delayed by 1.5 h.",
    "Renal clearance is 510 mL/min.",
    "Protein binding fell by 12%.",
    "The ROC-AUC increased by 10%.",
    "What is the half-life, 6 h?",
    "## Half-life 6 h",
    "Cmax rose by 25% without affecting AUC.",
    "After a single dose of up to 400 mg per day nothing was seen.",
  ])("%s", (text) => {
    expect(found(text)).toBe("");
  });
  it("leaves intervals, deviations and ranges to the value before them", () => {
    expect(found("The half-life was 8.7 h (95% CI 7.9–9.5 h) and (range 4–12 h).")).toBe("half_life 8.7 h");
  });
  it("keeps creatinine clearance a cut-off", () => {
    expect(found("Contraindicated when creatinine clearance is less than 15 mL/min.")).toBe("cutoff <15 mL/min");
  });
});

describe("doses per day", () => {
  it.each([
    ["The maximum dose is 20 mg once daily.", "limit 20 mg/d"],
    ["The maximum dose is 40 mg twice daily.", "limit 80 mg/d"],
    ["Do not exceed 4 g of it in 24 hours.", "limit <=4 g/d"],
    ["Adults: up to 60 mg per day in divided doses.", "limit <=60 mg/d"],
    ["A maximum of 2 mg/kg/day is advised.", "limit <=2 mg/kg/d"],
  ])("%s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });
});

describe("ratios", () => {
  it.each([
    ["Ketorazole increased the AUC of zelorin by 67%.", "exposure 1.67 1"],
    ["Rifanorin reduced zelorin AUC by 82%.", "exposure 0.18 1"],
    ["It led to a 3-fold increase in AUC.", "exposure 3 1"],
    ["Exposure fell to 83% of control.", "exposure 0.83 1"],
    ["Exposure doubled in cirrhosis.", "exposure 2 1"],
    ["The AUC was 2-fold lower.", "exposure 0.5 1"],
  ])("%s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });
  it("gives no number of an unknown neighbour to the known one", () => {
    expect(found("It increased AUC and Cmin by 1.5-fold and 1.9-fold, respectively.")).toBe("exposure 1.5 1");
  });
  it("names the partner where the fact is compared by it", () => {
    expect(claims("Coadministration of zelorin with ketorazole doubled its AUC.")[0]?.qualifiers).toMatchObject({ partner: "ketorazole" });
  });
});

describe("qualifiers", () => {
  const of = (text: string): object[] => claims(text).map((claim) => claim.qualifiers);
  it.each([
    ["In rats the half-life was 3 h, whereas in dogs it was 7 h.", [{ species: "rat" }, { species: "dog" }]],
    ["Half-life: 4–6 h (plasma), 17.6 h (whole blood).", [{ matrix: "plasma" }, { matrix: "whole blood" }]],
    [
      "The mean plasma clearance was 20 mL/min in children versus 31 mL/min in adults.",
      [
        { statistic: "mean", matrix: "plasma", population: "children" },
        { statistic: "mean", matrix: "plasma", population: "adults" },
      ],
    ],
    ["The EMA recommends a maximum of 10 mg/day, whereas the FDA allows up to 20 mg/day.", [{ jurisdiction: "EU" }, { jurisdiction: "US" }]],
    ["An initial half-life of 1.5 h and a terminal half-life of 21 h were seen.", [{ phase: "initial" }, { phase: "terminal" }]],
    ["The half-life ranged from 18 to 36 h and clearance was 20 mL/min.", [{ statistic: "range" }, {}]],
    ["Cmax was 125 ng/mL after a single 50 mg oral dose.", [{ dose: "50 mg", route: "oral" }]],
    ["The maximum dose of extended-release zelorin tablets is 20 mg daily.", [{ form: "extended-release" }]],
    ["S-zelorin has a half-life of 29 h while R-zelorin has a half-life of 45 h.", [{ analyte: "S-zelorin" }, { analyte: "R-zelorin" }]],
    ["In Child-Pugh class A the half-life was 9 h.", [{ population: "mild hepatic impairment" }]],
  ])("%s", (text, expected) => {
    expect(of(text)).toEqual(expected);
  });
  it("takes the defaults of the source where the sentence is silent", () => {
    const text = "The maximum dose is 20 mg daily.";
    expect(extractClaims({ text, start: 0, end: text.length, facts, defaults: { jurisdiction: "US" } })[0]?.qualifiers).toEqual({
      jurisdiction: "US",
    });
  });
});
