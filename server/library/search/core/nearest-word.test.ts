import { describe, expect, it } from "vitest";
import { nearestWord, slips } from "./nearest-word";

describe("slips", () => {
  it.each([
    ["metformin", "metformin", 0],
    ["metfromin", "metformin", 1],
    ["metfomin", "metformin", 1],
    ["metforrmin", "metformin", 1],
    ["medformim", "metformin", 2],
    ["warfarin", "metformin", 3],
    ["", "ab", 2],
  ])("between %s and %s are %i", (from, to, count) => expect(slips(from, to, 2)).toBe(count));
});

describe("the nearest word", () => {
  const known = [
    { lexeme: "metformin", df: 9 },
    { lexeme: "clear", df: 4 },
    { lexeme: "clean", df: 8 },
    { lexeme: "850", df: 3 },
  ];
  it("has the fewest slips, and of several is the most frequent", () => {
    expect(nearestWord("metfromin", known)?.lexeme).toBe("metformin");
    expect(nearestWord("cleat", known)?.lexeme).toBe("clean");
  });

  it("is none for short words, for numbers, and for what is far from all", () => {
    expect([nearestWord("cle", known), nearestWord("851", known), nearestWord("aspirin", known)]).toEqual([null, null, null]);
  });
});
