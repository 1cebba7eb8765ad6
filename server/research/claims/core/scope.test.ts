// Which words a fact owns in a sentence: cues, denials that deny nothing, changes against levels, deadlines, plausible values.
import { describe, expect, it } from "vitest";
import { type FactInput, factSchema } from "../../categories/schema";
import { extractClaims } from "./extract";

const enzymes = ["CYP2D6", "CYP3A4", "VKORC1"].map((value) => ({ value, synonyms: [] }));
const read = (fact: FactInput | FactInput[], text: string): string[] =>
  extractClaims({ text, start: 0, end: text.length, facts: [fact].flat().map((one) => factSchema.parse(one)) }).map(
    ({ attribute, value, polarity }) => {
      const shown =
        value.kind === "quantity"
          ? `${value.op === "=" ? "" : value.op}${value.value ?? `${value.low}-${value.high}`} ${value.unit}${value.implausible ? " !" : ""}`
          : value.kind === "date"
            ? value.earliest
            : String(value.value);
      return `${attribute} ${polarity === "denied" ? "not " : ""}${shown}`;
    },
  );
const quantity = (name: string, unit: string, synonyms: string[], more: Partial<FactInput> = {}): FactInput => ({
  name,
  label: name,
  kind: "quantity",
  unit,
  synonyms,
  ...more,
});

describe("cues", () => {
  const decision: FactInput = {
    name: "decision",
    label: "Decision",
    kind: "enumeration",
    synonyms: ["appraisal", "guidance"],
    values: [{ value: "recommended", synonyms: [] }],
    requireCue: ["appraisal"],
    excludeCue: ["draft"],
  };
  it("hold for members, yes or no, identifiers and references as they do for numbers", () => {
    expect(read(decision, "The appraisal ended: it is recommended.")).toEqual(["decision recommended"]);
    expect(read(decision, "Guidance says that it is recommended.")).toEqual([]);
    expect(read(decision, "A draft appraisal says that it is recommended.")).toEqual([]);
    const warned: FactInput = { name: "boxed", label: "Boxed", kind: "boolean", synonyms: ["warning"], requireCue: ["boxed"] };
    expect(read(warned, "The label carries a warning.")).toEqual([]);
    expect(read(warned, "The label carries a boxed warning.")).toEqual(["boxed true"]);
    const trial: FactInput = { name: "trial", label: "Trial", kind: "identifier", pattern: "NCT\\d{8}", requireCue: ["registered"] };
    expect(read(trial, "See NCT00000001.")).toEqual([]);
    expect(read(trial, "It is registered as NCT00000001.")).toEqual(["trial NCT00000001"]);
  });

  it("in a table hold for the whole row and its heads", () => {
    const dose = quantity("max", "mg/d", ["maximum daily dose"], { scale: "daily", excludeCue: ["gfr"] });
    const table = (head: string): string => `| ${head} | maximum daily dose (mg/d) |\n| --- | --- |\n| 30 to 44 | 1000 mg per day |\n`;
    expect(read(dose, table("GFR"))).toEqual([]);
    expect(read(dose, table("age"))).toEqual(["max 1000 mg/d"]);
  });
});

describe("a denial", () => {
  const contra: FactInput = {
    name: "contra",
    label: "Contraindications",
    kind: "set",
    synonyms: ["must not be used", "contraindicated"],
    values: ["renal failure", "shock", "gout"].map((value) => ({ value, synonyms: [] })),
  };
  const gene: FactInput = { name: "gene", label: "Gene", kind: "set", synonyms: ["genotypes", "inhibitor of"], values: enzymes };
  it("inside the words of the fact affirms its members", () => {
    expect(read(contra, "It must not be used in renal failure.")).toEqual(["contra renal failure"]);
    expect(read(contra, "It is not contraindicated in gout.")).toEqual(["contra not gout"]);
  });
  it("of what is known denies nothing, nor does the verb of another clause", () => {
    expect(read(gene, "Genotypes of CYP2D6 and VKORC1 are not known.")).toEqual(["gene CYP2D6", "gene VKORC1"]);
    expect(read(gene, "It is an inhibitor of CYP3A4 and does not require CYP2D6.")).toEqual(["gene CYP3A4"]);
  });
  it("passes names by that are marked as never denied", () => {
    const author = (neverDenied: boolean): FactInput => ({
      name: "author",
      label: "Author",
      kind: "set",
      synonyms: ["holds"],
      values: [{ value: "Philo", synonyms: [] }],
      neverDenied,
    });
    expect(read(author(false), "He holds that it is not so in Philo.")).toEqual(["author not Philo"]);
    expect(read(author(true), "He holds that it is not so in Philo.")).toEqual(["author Philo"]);
  });
  it("leaves open what is only asked", () => {
    const milk: FactInput = { name: "milk", label: "Milk", kind: "boolean", synonyms: ["excreted in milk"] };
    expect(read(milk, "It is unknown whether zelorin is excreted in milk.")).toEqual([]);
    expect(read(milk, "Zelorin is not excreted in milk.")).toEqual(["milk false"]);
  });
});

describe("a number", () => {
  const half = quantity("half_life", "h", ["half-life"], { plausible: { low: 0.01, high: 10_000 } });
  it("reaches its fact past the name of a design or a route", () => {
    const design: FactInput = { name: "design", label: "Design", kind: "set", synonyms: ["trial"], values: [{ value: "cohort", synonyms: [] }] };
    expect(read([quantity("follow_up", "a", ["follow-up"]), design], "Median follow-up of the trial was 10.7 years.")).toEqual(["follow_up 10.7 a"]);
  });
  it("may be estimated at, and may be a deadline", () => {
    expect(read(half, "The half-life is estimated at 1.5 to 4.9 hours.")).toEqual(["half_life 1.5-4.9 h"]);
    const peak = quantity("tmax", "h", ["peak concentrations"], { timeAfterEvent: true });
    expect(read(peak, "Peak concentrations are reached within the first 4 hours.")).toEqual(["tmax <=4 h"]);
  });
  it("of years is an age where the fact is one", () => {
    expect(read(quantity("age", "a", ["children from"]), "Children from 10 years of age may take it.")).toEqual(["age 10 a"]);
  });
  it("outside what is plausible is kept and flagged", () => {
    expect(read(half, "The half-life is 60000 hours.")).toEqual(["half_life 60000 h !"]);
    expect(read(half, "The half-life is 60 days.")).toEqual(["half_life 60 d"]);
  });
  it("of an interval is no value, in whatever style the interval is written", () => {
    const ratio = quantity("odds_ratio", "1", ["odds ratio"]);
    expect(read(ratio, "Short sleep went with gout (odds ratio 1.58, 95% CI 1.26 to 1.98).")).toEqual(["odds_ratio 1.58 1"]);
    expect(read(ratio, "The odds ratio was 0.79 (95% CI 0.66 to 0.95).")).toEqual(["odds_ratio 0.79 1"]);
  });
  it("of a change is told apart from a level, and risk is no rise", () => {
    const change = quantity("hba1c", "%", ["hba1c"], { scale: "change" });
    expect(read(change, "HbA1c was 7.4% with zelorin.")).toEqual([]);
    expect(read(change, "Zelorin lowered HbA1c by 1.1%.")).toEqual(["hba1c -1.1 %"]);
    expect(read(change, "Zelorin lowers HbA1c by 1 to 2 percentage points.")).toEqual(["hba1c -2--1 %"]);
    expect(read(quantity("risk", "1", ["reduced the risk"], { scale: "ratio" }), "Zelorin reduced the risk of any endpoint by 32%.")).toEqual([
      "risk 0.68 1",
    ]);
  });
});

describe("a long list", () => {
  it("is read to its end", () => {
    const fact: FactInput = {
      name: "contra",
      label: "Contraindications",
      kind: "set",
      synonyms: ["contraindicated"],
      values: ["gout", "shock", "eclampsia"].map((value) => ({ value, synonyms: [] })),
    };
    const text =
      "It is contraindicated in gout of any kind and any duration, recent or contemplated surgery of the eye, shock of whatever cause and whatever treatment, and eclampsia.";
    expect(read(fact, text)).toEqual(["contra gout", "contra shock", "contra eclampsia"]);
  });
});
