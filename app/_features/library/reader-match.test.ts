import { expect, test } from "vitest";
import { placesOnPage } from "./reader-match";

const found = (pieces: readonly string[], pageText: string, words: string, from = 0) => {
  const start = pageText.indexOf(words, from);
  const places = placesOnPage(pieces, { pageText, start, end: start + words.length });
  return places?.map(({ piece, start: first, end }) => pieces[piece]?.slice(first, end)) ?? null;
};

test("a stretch over two lines is found in the pieces that hold it", () => {
  const pieces = ["The half-life of the drug", "", "is 6.2 hours in plasma.", " ", "It is not metabolised."];
  expect(found(pieces, "The half-life of the drug\nis 6.2 hours in plasma. It is not metabolised.", "the drug\nis 6.2 hours")).toEqual([
    "the drug",
    "is 6.2 hours",
  ]);
});

test("blanks that one side sets and the other leaves out do not matter", () => {
  expect(found(["hal", "f-li", "fe  is", "17 h"], "half-life is 17 h", "life is 17")).toEqual(["li", "fe  is", "17"]);
});

test("a ligature and a letter with its accent apart are the same words", () => {
  expect(found(["the eﬃcacy of cafe\u0301 noir"], "the efficacy of café noir", "efficacy of café")).toEqual(["eﬃcacy of cafe\u0301"]);
});

test("a soft hyphen that the stored text has not is passed over", () => {
  expect(found(["contra\u00ad", "indicated in"], "contraindicated in", "contraindicated")).toEqual(["contra", "indicated"]);
});

test("of two places the one with the same neighbours is taken, whatever stands in the running head", () => {
  const pieces = ["Metformin", "1. Metformin is given.", "2. Metformin is stopped."];
  const pageText = "1. Metformin is given.\n2. Metformin is stopped.";
  const second = pageText.lastIndexOf("Metformin");
  expect(placesOnPage(pieces, { pageText, start: second, end: second + 9 })).toEqual([{ piece: 2, start: 3, end: 12 }]);
});

test("words that the page does not draw are not found, and neither is a stretch of blanks", () => {
  expect(found(["Another page."], "The half-life", "half-life")).toBeNull();
  expect(placesOnPage(["a b"], { pageText: "a   b", start: 1, end: 3 })).toBeNull();
});

test("a sign outside the basic plane keeps its two units", () => {
  expect(found(["𝛼 = 0.05, 𝛽 = 0.2"], "𝛼 = 0.05, 𝛽 = 0.2", "𝛽 = 0.2")).toEqual(["𝛽 = 0.2"]);
});
