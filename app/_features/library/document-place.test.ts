import { expect, test } from "vitest";
import { citedOnPages, offsetHref, pageAt, placeOf, viewHref } from "./document-place";

const pages = ["First page.", "Second page, with words.", "Third page."];
const text = pages.join("\f");
const pageStarts = [0, 12, 37];
const pdf = { id: "d", mediaType: "application/pdf", text, pageStarts };

test("a PDF opens as pages, everything else as text, and a PDF as text when that is asked for", () => {
  expect(placeOf(pdf, {}).view).toBe("pages");
  expect(placeOf(pdf, { view: "text" }).view).toBe("text");
  expect(placeOf({ ...pdf, mediaType: "text/plain", pageStarts: null }, { view: "pages" }).view).toBe("text");
});

test("a citation names its page, in both ways of writing it", () => {
  expect(placeOf(pdf, { start: "20", end: "24" })).toMatchObject({ range: { start: 20, end: 24 }, page: 2 });
  expect(placeOf(pdf, { at: "37-42" })).toMatchObject({ range: { start: 37, end: 42 }, page: 3 });
});

test("a citation behind the end of the text is told and leads to the beginning", () => {
  expect(placeOf(pdf, { at: "40-4000" })).toMatchObject({ asked: { start: 40, end: 4000 }, range: null, page: 1 });
});

test("a page and a part are taken by their number, and a number that is none is passed over", () => {
  expect(placeOf(pdf, { page: "3" }).page).toBe(3);
  expect(placeOf(pdf, { page: "9" }).page).toBe(1);
  expect(placeOf(pdf, { page: "1.5" }).page).toBe(1);
  expect(placeOf(pdf, { part: "x" }).leaf?.number).toBe(1);
});

test("a document without text of its own has a place too", () => {
  expect(placeOf({ ...pdf, text: "", pageStarts: [0] }, { start: "0", end: "1" })).toMatchObject({ range: null, page: 1 });
});

test("every offset has the page it stands on", () => {
  expect([0, 11, 12, 36, 37, 99].map((offset) => pageAt(pageStarts, offset))).toEqual([1, 1, 2, 2, 3, 3]);
});

test("a stretch over two pages is cut where the page ends", () => {
  expect(citedOnPages(text, pageStarts, { start: 20, end: 42 }).map(({ page, pageText, start, end }) => [page, pageText.slice(start, end)])).toEqual([
    [2, "age, with words.\f"],
    [3, "Third"],
  ]);
});

test("the blank end of a page is not looked for on it", () => {
  expect(citedOnPages(text, pageStarts, { start: 11, end: 18 }).map((cited) => cited.page)).toEqual([2]);
});

test("both looks keep the place", () => {
  expect(viewHref("d", "text", placeOf(pdf, { at: "20-24" }))).toBe("/library/d?view=text&start=20&end=24#passage");
  expect(viewHref("d", "pages", placeOf(pdf, { page: "2", view: "text" }))).toBe("/library/d?view=pages&page=2#page-2");
  expect(viewHref("d", "text", placeOf(pdf, {}))).toBe("/library/d?view=text");
});

test("a heading leads to its page among pages and to its line in the text", () => {
  expect(offsetHref("d", placeOf(pdf, {}), 37, 3)).toBe("#page-3");
  expect(offsetHref("d", placeOf(pdf, { view: "text" }), 37, 3)).toBe("#at-37");
});
