import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { versifications } from "../schema";
import { readRoman } from "./roman";
import { mapOsis, mapVerse } from "./versification";

const chapters: Record<string, number> = { Ps: 150, Joel: 3, Mal: 4, Num: 36, Job: 42, Hos: 14, Rom: 16 };

describe("versification", () => {
  it.each([
    ["Ps.23.1", "english", "greek", "Ps.22.1"],
    ["Ps.51.1", "english", "hebrew", "Ps.51.3"],
    ["Ps.51.1", "english", "vulgate", "Ps.50.3"],
    ["Ps.3.1-Ps.3.8", "english", "hebrew", "Ps.3.2-Ps.3.9"],
    ["Ps.10.1", "hebrew", "greek", "Ps.9.22"],
    ["Ps.115.1", "hebrew", "vulgate", "Ps.113.9"],
    ["Ps.116.10", "hebrew", "greek", "Ps.115.1"],
    ["Ps.147.12", "hebrew", "greek", "Ps.147.1"],
    ["Ps.150.6", "english", "vulgate", "Ps.150.6"],
    ["Joel.2.28", "english", "hebrew", "Joel.3.1"],
    ["Mal.4.5", "english", "hebrew", "Mal.3.23"],
    ["Isa.9.6", "english", "hebrew", "Isa.9.5"],
    ["Jonah.1.17-Jonah.2.1", "english", "hebrew", "Jonah.2.1-Jonah.2.2"],
    ["Ps.23", "english", "greek", "Ps.22"],
    ["Rom.8.28", "english", "hebrew", "Rom.8.28"],
    ["Gen", "english", "hebrew", "Gen"],
  ] as const)("takes %s from %s to %s as %s", (osis, from, to, expected) => {
    expect(mapOsis(osis, from, to)).toBe(expected);
  });

  it("says when a chapter does not stay whole", () => {
    expect(mapOsis("Joel.2", "english", "hebrew")).toBeNull();
    expect(mapOsis("Ps.116", "hebrew", "greek")).toBeNull();
  });

  it("finds the way back from every numbering", () => {
    const place = fc.record({
      book: fc.constantFrom("Ps", "Joel", "Mal", "Num", "Job", "Hos", "Rom"),
      chapter: fc.integer({ min: 1, max: 40 }),
      verse: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(place, fc.constantFrom(...versifications), (verse, to) => {
        fc.pre(verse.chapter <= (chapters[verse.book] ?? 0));
        expect(mapVerse(mapVerse(verse, "english", to), to, "english")).toEqual(verse);
      }),
      { numRuns: 500 },
    );
  });
});

describe("Roman numerals", () => {
  it("are read by the rules, and nothing else is", () => {
    expect(["viii", "cxix", "XL", "iv", "ic", "mild", "iiii", ""].map(readRoman)).toEqual([8, 119, 40, 4, null, null, null, null]);
  });
});
