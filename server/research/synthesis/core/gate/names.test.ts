import { describe, expect, test } from "vitest";
import { analyse } from "./analyse";
import { makeLine } from "./line";
import { findNames, isDemonymPair, knowsAsAcronym, knowsWord } from "./names";
import { normalise } from "./normalise";

const names = (text: string, lower: string[] = []): string[] => findNames(makeLine(normalise(text)), new Set(lower)).map((span) => span.text);

function knows(passage: string, name: string, context = ""): boolean {
  const analysis = analyse(passage, context);
  const line = makeLine(`They met ${name}.`);
  const spans = findNames(line, analysis.lowerSeen);
  const [span] = spans;
  return (
    span !== undefined &&
    (span.tokens.every((at) => line.tokens[at] !== undefined && knowsWord(analysis, line.tokens[at])) || knowsAsAcronym(analysis, line, span, spans))
  );
}

describe("names of a sentence", () => {
  test.each([
    ["The tablets were tested in New Zealand by the World Health Organization.", ["New Zealand", "World Health Organization"]],
    ["Moreover, patients in May 2020 saw Dr. Lindqvist.", ["Dr. Lindqvist"]],
    ["CYP3A4 and mRNA vaccines differ.", ["CYP3A4", "mRNA"]],
    ["Velorin was approved.", ["Velorin"]],
    ["Treated animals recovered.", []],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test("a capital at the start is no name where the word is also seen small", () => {
    expect(names("Tablets are white.", ["tablets"])).toEqual([]);
  });
});

describe("what a passage knows", () => {
  const passage = "The Canadian council asked the World Health Organization (in Geneva) about velorin. French experts disagreed.";
  test.each([
    ["Canada", true],
    ["France", true],
    ["WHO", true],
    ["World Health Organization", true],
    ["Geneva's", true],
    ["Norway", false],
    ["Genoa", false],
    ["FDA", false],
  ])("%s: %s", (name, expected) => {
    expect(knows(passage, name)).toBe(expected);
  });

  test("an alias in the context is known, and an acronym stands for its words", () => {
    expect(knows("It was approved.", "Velorex")).toBe(false);
    expect(knows("It was approved.", "Velorex", "velorin\nVelorex")).toBe(true);
    expect(knows("The FDA agreed.", "Food and Drug Administration")).toBe(true);
  });

  test("demonyms pair by form, not by a common beginning alone", () => {
    expect(isDemonymPair("canada", "canadian")).toBe(true);
    expect(isDemonymPair("martin", "martinsson")).toBe(false);
    expect(isDemonymPair("germany", "german")).toBe(true);
  });
});
