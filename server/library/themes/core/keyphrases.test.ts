import { describe, expect, it } from "vitest";
import { candidatesOf, lexemesOf, rankKeyphrases } from "./keyphrases";

const passages = [
  { text: "The elimination half-life of metformin is short. Renal clearance of metformin depends on renal function.", heading: "Pharmacokinetics" },
  {
    text: "Lactic acidosis is rare. Patients with poor renal function carry a risk of lactic acidosis. Patients should be told.",
    heading: "Warnings",
  },
];
const input = { title: "Metformin tablets", passages, language: "en" };
const phrases = (of: ReadonlyMap<string, number>) => rankKeyphrases(candidatesOf(input), { passages: 100, of }).map(({ phrase }) => phrase);

describe("keyphrases", () => {
  it("finds the phrases that return, none of them a part of another, function words never", () => {
    const found = phrases(new Map());
    expect(found).toContain("lactic acidosis");
    expect(found).toContain("renal function");
    expect(found).not.toContain("acidosis");
    expect(found.join(" ")).not.toMatch(/\b(?:of|the|should)\b/);
  });

  it("ranks what the library seldom says before what every document says", () => {
    const of = new Map([["patient", 95]]);
    const found = phrases(of);
    expect(lexemesOf(candidatesOf(input))).toContain("patient");
    expect(found.indexOf("lactic acidosis")).toBeLessThan(found.indexOf("Patients"));
  });

  it("gives the same for the same, scores falling from 1", () => {
    const ranked = rankKeyphrases(candidatesOf(input), { passages: 100, of: new Map() });
    expect(ranked).toEqual(rankKeyphrases(candidatesOf(input), { passages: 100, of: new Map() }));
    expect(ranked[0]?.score).toBe(1);
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((x, y) => y - x));
  });

  it("takes no reference for a theme", () => {
    const text = "Grace is told in Rom 8:28 and Rom 8:29, and in NCT01234567 and NCT01234568. Grace is all.";
    const found = rankKeyphrases(candidatesOf({ title: "", passages: [{ text, heading: null }], language: "en" }), { passages: 1, of: new Map() });
    expect(found.map(({ phrase }) => phrase)).toEqual(["Grace"]);
  });

  it("finds nothing in nothing", () => {
    expect(rankKeyphrases(candidatesOf({ title: "", passages: [], language: null }), { passages: 0, of: new Map() })).toEqual([]);
  });
});
