import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf } from "../../documents/core/paragraphs";
import { chunk, pageOf } from "./chunk";
import { wordCount } from "./words";

const cut = (text: string, options: { from?: number; headings?: number[]; pageStarts?: number[] } = {}) =>
  chunk(text, blocksOf(text, { from: options.from ?? 0, headings: options.headings ?? null, guessHeadings: true }), options.pageStarts ?? null).map(
    (passage) => ({ ...passage, text: text.slice(passage.start, passage.end) }),
  );
const sentence = (words: number, mark = "w") => `${Array.from({ length: words }, (_, i) => `${mark}${i}`).join(" ")}.`;
const paragraph = (sentences: number, words: number) => Array.from({ length: sentences }, (_, i) => `S${sentence(words, `p${i}x`)}`).join(" ");

describe("chunk", () => {
  it("keeps passages within 80 to 180 words along sentences", () => {
    const text = `${paragraph(40, 15)}\n\n${paragraph(30, 20)}`;
    const passages = cut(text);
    for (const passage of passages.slice(0, -1)) {
      expect(wordCount(passage.text)).toBeGreaterThanOrEqual(80);
      expect(wordCount(passage.text)).toBeLessThanOrEqual(205);
      expect(passage.text.endsWith(".")).toBe(true);
    }
    expect(passages.flatMap((passage) => passage.text.match(/\S+/g))).toEqual(text.match(/\S+/g));
  });

  it("carries headings with the one above, and never the front matter", () => {
    const text = "---\ntitle: x\n---\n# Book\n\n## Part\n\n### Chapter\n\nSome text here.\n\n## Other\n\nMore text.";
    expect(cut(text, { from: 17 }).map(({ heading, text }) => [heading, text])).toEqual([
      ["Part › Chapter", "Some text here."],
      ["Other", "More text."],
    ]);
  });

  it("knows numbered and capital headings of plain text", () => {
    const text = "5.2 Pharmacokinetic properties\n\nAbsorption is slow.\n\nCONTRAINDICATIONS\n\nDo not use in children.";
    expect(cut(text).map((passage) => passage.heading)).toEqual(["5.2 Pharmacokinetic properties", "CONTRAINDICATIONS"]);
  });

  it("keeps rows of a table whole", () => {
    const rows = Array.from({ length: 60 }, (_, i) => `| row ${i} | ${i} mg | once a day |`);
    for (const passage of cut(rows.join("\n"))) {
      for (const line of passage.text.split("\n")) expect(rows).toContain(line);
    }
  });

  it("never runs across a page and names the page", () => {
    const pages = [paragraph(3, 10), "A short second page.", paragraph(2, 10)];
    const text = pages.join("\f");
    const pageStarts = [0, (pages[0]?.length ?? 0) + 1, text.length - (pages[2]?.length ?? 0)];
    expect(cut(text, { pageStarts }).map((passage) => [passage.page, passage.text])).toEqual(pages.map((page, i) => [i + 1, page]));
  });

  it("leaves out rows of links, which are navigation", () => {
    const text = "[Home](/) | [About us](/about) | [Contact](/contact)\n\nThe real text.";
    expect(cut(text).map((passage) => passage.text)).toEqual(["The real text."]);
  });

  it("does not cut after an abbreviation or before a number", () => {
    const filler = sentence(95);
    const text = `${filler} The dose was approx. 500 mg (cf. Fig. 2) in adults ${sentence(80, "z")}`;
    for (const passage of cut(text)) expect(passage.text).not.toMatch(/(?:approx|cf|Fig)\.$/);
  });

  it("cuts writing without blanks or full stops at whole characters", () => {
    const text = "𠮷野家で食べる".repeat(300);
    const passages = cut(text);
    expect(passages.length).toBeGreaterThan(3);
    expect(passages.map((passage) => passage.text).join("")).toBe(text);
    for (const passage of passages) expect(passage.text.isWellFormed()).toBe(true);
  });

  it("gives ranges in order that do not overlap, whatever the text", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.constantFrom("\n", "\n\n", "\f", "\r\n", " ", "# H\n", "| a | b |\n", "---\n", "```\n", ". "),
      ),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        let last = 0;
        for (const passage of cut(text)) {
          expect(passage.start).toBeGreaterThanOrEqual(last);
          expect(passage.end).toBeGreaterThan(passage.start);
          expect(passage.text).toBe(passage.text.trim());
          last = passage.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("chunk of what is made to be long", () => {
  const signs = "{}[]().,-/\\*_#|";
  it.each([
    ["one word of a million letters", "a".repeat(1_000_000)],
    ["a million signs with a letter at the end", `${".".repeat(1_000_000)}a`],
    ["many long words", `${"b".repeat(5_000)} `.repeat(200)],
    ["long words in lines of their own", `${"c".repeat(5_000)}\n\n`.repeat(200)],
    ["signs and letters", `${signs.repeat(40)}x `.repeat(1_000)],
  ])("cuts %s into passages that can be read", (_what, text) => {
    const passages = cut(text);
    expect(Math.max(...passages.map((passage) => passage.text.length))).toBeLessThanOrEqual(8_000);
    expect(
      passages
        .map((passage) => passage.text)
        .join("")
        .replace(/[^a-z]/g, "").length,
    ).toBe(text.replace(/[^a-z]/g, "").length);
  });

  it("names a passage by the beginning of a heading of any length", () => {
    const heading = `${"* ".repeat(100_000)}end`;
    expect(cut(`${heading}\n\nSome text here.`, { headings: [0] })[0]?.heading?.length).toBeLessThanOrEqual(300);
  });
});

describe("pageOf", () => {
  it("counts from 1 and finds the page of an offset", () => {
    expect([0, 9, 10, 25, 99].map((offset) => pageOf([0, 10, 20], offset))).toEqual([1, 1, 2, 3, 3]);
  });
});
