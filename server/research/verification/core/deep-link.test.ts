import { expect, it } from "vitest";
import { deepLink } from "./deep-link";

const page = "https://a.example/celandrin";

it("escapes what parts the terms of a fragment", () => {
  expect(deepLink(page, "6.2 h, 95% CI 5-7 & more")).toBe(`${page}#:~:text=6.2%20h%2C%2095%25%20CI%205%2D7%20%26%20more`);
  expect(deepLink(page, "Wirkung (täglich)")).toBe(`${page}#:~:text=Wirkung%20%28t%C3%A4glich%29`);
});

it("keeps the page's own fragment in front, and drops an older text fragment", () => {
  expect(deepLink(`${page}#dose`, "a dose")).toBe(`${page}#dose:~:text=a%20dose`);
  expect(deepLink(`${page}#dose:~:text=old`, "a dose")).toBe(`${page}#dose:~:text=a%20dose`);
  expect(deepLink(`${page}?q=1`, "a dose")).toBe(`${page}?q=1#:~:text=a%20dose`);
});

it("adds the words around a quote that stands more than once, of its own paragraph only", () => {
  const text = "In adults the dose is 40 mg a day.\nChildren\nFor them the dose is 40 mg every other day.";
  const start = text.lastIndexOf("the dose is 40 mg");
  expect(deepLink(page, "the dose is 40 mg", { text, start })).toBe(`${page}#:~:text=For%20them-,the%20dose%20is%2040%20mg,-every%20other%20day.`);
  expect(deepLink(page, "In adults", { text, start: 0 })).toBe(`${page}#:~:text=In%20adults`);
  const first = text.indexOf("the dose is 40 mg");
  expect(deepLink(page, "the dose is 40 mg", { text, start: first })).toContain("text=In%20adults-,the%20dose");
});

it("names a long quote by its two ends", () => {
  const quote = Array.from({ length: 40 }, (_, n) => `word${n}`).join(" ");
  expect(deepLink(page, quote)).toBe(`${page}#:~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39`);
});

it("is made for web pages only", () => {
  expect(deepLink(null, "a dose")).toBeNull();
  expect(deepLink("mailto:a@b.example", "a dose")).toBeNull();
  expect(deepLink(page, "  ")).toBeNull();
});
