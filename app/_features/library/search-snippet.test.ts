import { expect, test } from "vitest";
import { snippetOf } from "./search-snippet";

const marksFor = (passage: string, ...words: string[]) =>
  words.map((word) => ({ start: passage.indexOf(word), end: passage.indexOf(word) + word.length }));

test("a short passage is shown whole with its marks", () => {
  const passage = "Eliminated with a half-life of 6.2 hours.";
  const marks = marksFor(passage, "half-life", "6.2");
  expect(snippetOf(passage, marks)).toEqual({ text: passage, cutBefore: false, cutAfter: false, marks });
});

test("a long passage is shown where most of the words stand, cut between words", () => {
  const passage = `${"filler text ".repeat(60)}the renal clearance of metformin is high ${"more filler ".repeat(60)}`;
  const snippet = snippetOf(passage, marksFor(passage, "renal", "clearance", "metformin"));
  expect(snippet.marks.map((mark) => snippet.text.slice(mark.start, mark.end))).toEqual(["renal", "clearance", "metformin"]);
  expect(snippet.text.length).toBeLessThanOrEqual(330);
  expect(snippet).toMatchObject({ cutBefore: true, cutAfter: true });
  expect(snippet.text).not.toMatch(/^\s|\s$/);
  expect(passage).toContain(` ${snippet.text} `);
});

test("writing without blanks is cut near the words too, and never inside a character", () => {
  const passage = `${"\u{20000}".repeat(400)}糖尿病${"薬".repeat(400)}`;
  const snippet = snippetOf(passage, marksFor(passage, "糖尿病"));
  expect(snippet.text).toContain("糖尿病");
  expect(snippet.text.length).toBeLessThanOrEqual(330);
  expect(snippet.text.isWellFormed()).toBe(true);
});

test("without a mark the passage is shown from its beginning", () => {
  expect(snippetOf("Short passage.", [])).toEqual({ text: "Short passage.", cutBefore: false, cutAfter: false, marks: [] });
});
