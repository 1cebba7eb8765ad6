import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentOf, isContained } from "./contained";

const names = ["zelorin", "Zelora"];
const says = (one: string, other: string): boolean => isContained(contentOf(one, names), contentOf(other, names), names.join("\n"));

describe("a sentence contained in another", () => {
  it.each([
    [
      "Zelorin is excreted unchanged in the urine and does not undergo hepatic metabolism.",
      "Zelorin is excreted unchanged in the urine and does not undergo hepatic metabolism; no metabolites have been identified in humans.",
    ],
    ["Zelorin is a direct inhibitor of factor Xa.", "Zelorin is an oral, direct inhibitor of factor Xa, given at a fixed dose."],
    [
      "The terminal half-life of zelorin after a dose is approximately 1 week.",
      "The terminal half-life of zelorin after a dose is approximately 1 week; however, the effective half-life ranges from 20 to 60 hours.",
    ],
    ["Zelorin was first approved in the US in 1954.", "Zelorin was first approved in the United States in 1954, as a tablet."],
    ["Overdose of zelorin has occurred.", "Overdose of Zelora has occurred, including ingestion of amounts greater than 50 grams."],
  ])("%s", (one, other) => {
    expect(says(one, other)).toBe(true);
    expect(says(other, one)).toBe(false);
  });

  it.each([
    ["another figure", "The half-life of zelorin is 6 hours.", "The half-life of zelorin is 7 hours, as measured in plasma."],
    [
      "a figure of something else",
      "The half-life of zelorin is 6 hours.",
      "The half-life of zelorin is 17 hours and its peak is reached after 6 hours.",
    ],
    [
      "another place",
      "Zelorin is contraindicated in the EU in heart failure.",
      "Zelorin is contraindicated in the US in heart failure and in shock.",
    ],
    ["other people", "Zelorin is not recommended in children with asthma.", "Zelorin is not recommended in elderly patients with asthma and cough."],
    ["a denial", "Zelorin is metabolised by the liver enzymes.", "Zelorin is not metabolised by the liver enzymes, nor is it stored."],
    ["another form", "The dose of zelorin tablets is 500 mg daily.", "The dose of extended-release zelorin tablets is 500 mg daily with food."],
    ["another name", "Cimetidine reduces the clearance of zelorin.", "Ranitidine reduces the clearance of zelorin, and so does age."],
  ])("is not one with %s", (_, one, other) => {
    expect(says(one, other)).toBe(false);
  });

  const digits = fc.integer({ min: 2, max: 999 });
  const organ = fc.constantFrom("urine", "bile", "saliva", "milk");
  it("never merges different figures, whatever stands round them", () => {
    fc.assert(
      fc.property(digits, digits, organ, (a, b, where) => {
        fc.pre(a !== b);
        const one = `About ${a} mg of zelorin is found unchanged in ${where} within a day.`;
        expect(says(one, `About ${b} mg of zelorin is found unchanged in ${where} within a day, and the rest later.`)).toBe(false);
      }),
    );
  });

  it("never merges a yes with a no, in either direction", () => {
    fc.assert(
      fc.property(organ, fc.constantFrom("is", "was"), (where, verb) => {
        const yes = `Zelorin ${verb} found unchanged in ${where} after a dose.`;
        const no = `Zelorin ${verb} not found unchanged in ${where} after a dose, in any study.`;
        expect(says(yes, no) || says(no, yes)).toBe(false);
      }),
    );
  });

  it("takes every sentence as contained in itself", () => {
    fc.assert(
      fc.property(digits, organ, (a, where) => {
        const one = `About ${a} mg of zelorin is found unchanged in ${where}.`;
        expect(says(one, one)).toBe(true);
      }),
    );
  });
});
