import { expect, test } from "vitest";
import { snippetOf } from "./search-snippet";

const marked = (passage: string, query: string) => {
  const { text, marks } = snippetOf(passage, query);
  return marks.map((mark) => text.slice(mark.start, mark.end));
};

test("words are marked as asked and with another ending", () => {
  expect(marked("The maximum daily dose; doses above it are eliminated.", "Dose elimination")).toEqual(["dose", "doses", "eliminated"]);
});

test("words that merely begin alike are not marked", () => {
  expect(marked("metformin metabolism metre", "metformin")).toEqual(["metformin"]);
});

test("numbers are marked only when they are the same", () => {
  expect(marked("from 850 mg to 8500 mg", "850 mg")).toEqual(["850"]);
});

test("accents and capitals do not matter", () => {
  expect(marked("Der Café-Besuch", "CAFE")).toEqual(["Café"]);
});

test("a long passage is shown where most of the words stand, cut between words", () => {
  const passage = `${"filler text ".repeat(60)}the renal clearance of metformin is high ${"more filler ".repeat(60)}`;
  const snippet = snippetOf(passage, "renal clearance metformin");
  expect(snippet.marks).toHaveLength(3);
  expect(snippet.text.length).toBeLessThanOrEqual(330);
  expect(snippet).toMatchObject({ cutBefore: true, cutAfter: true });
  expect(snippet.text).not.toMatch(/^\s|\s$/);
  expect(passage).toContain(` ${snippet.text} `);
});

test("without a word in common the passage is shown from its beginning", () => {
  expect(snippetOf("Short passage.", "nothing")).toEqual({ text: "Short passage.", cutBefore: false, cutAfter: false, marks: [] });
});
