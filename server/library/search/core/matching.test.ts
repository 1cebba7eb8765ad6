import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marksOf } from "./marks";
import { mergePlaces, phrasePlaces } from "./matching";
import { parseQuery } from "./parse-query";
import { tokenise } from "./tokenise";

const marked = (text: string, query: string, language: string | null = "en") =>
  marksOf(text, language, parseQuery(query, { kinds: [] })).map(({ start, end }) => text.slice(start, end));
const phrases = (text: string, phrase: string) => phrasePlaces(text, phrase).map(({ start, end }) => text.slice(start, end));

describe("what is marked", () => {
  it("is every word that the index takes for one asked for, and no other", () => {
    expect(marked("The maximum daily dose; doses above it are eliminated.", "Dose elimination")).toEqual(["dose", "doses", "eliminated"]);
    expect(marked("metformin metabolism metre", "metformin")).toEqual(["metformin"]);
    expect(marked("from 850 mg to 8500 mg", "850 mg")).toEqual(["850"]);
    expect(marked("give 850mg", "850")).toEqual(["850mg"]);
  });

  it("follows the language of the passage", () => {
    expect(marked("Die Halbwertszeiten der Wirkstoffe", "Halbwertszeit Wirkstoff", "de")).toEqual(["Halbwertszeiten", "Wirkstoffe"]);
    expect(marked("Der Café-Besuch", "CAFE", null)).toEqual(["Café"]);
  });

  it("is exact in writing without blanks", () => {
    expect(marked("新しい糖尿病の薬です", "糖尿病", "ja")).toEqual(["糖尿病"]);
    expect(marked("ผู้ป่วยโรคเบาหวานควรระวัง", "เบาหวาน", "th")).toEqual(["เบาหวาน"]);
    expect(marked("본 약물의 반감기는", "반감기", "ko")).toEqual(["반감기"]);
  });

  it("stands at the right place behind characters of two units", () => {
    expect(marked("\u{1f4dc}\u{1d400} the dose", "dose")).toEqual(["dose"]);
  });

  it("marks short words only inside a phrase", () => {
    expect(marked("to be or not to be", '"not to be"')).toEqual(["not to be"]);
    expect(marked("to be or not to be", "to be")).toEqual([]);
  });
});

describe("a phrase", () => {
  it("stands where its words stand one after the other as written, whatever is between them", () => {
    expect(phrases("Lactic\nacidosis; lactic-acidosis, lactic and acidosis", "lactic acidosis")).toEqual(["Lactic\nacidosis", "lactic-acidosis"]);
    expect(phrases("the doses", "the dose")).toEqual([]);
  });

  it("is found inside writing without blanks", () => {
    expect(phrases("新しい糖尿病の薬", "尿病の")).toEqual(["尿病の"]);
    expect(phrases("糖尿の病", "糖尿病")).toEqual([]);
  });

  it("is found in any text that holds it", () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 5 }),
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.array(word, { maxLength: 5 }),
        (before, phrase, after) => {
          expect(phrasePlaces([...before, ...phrase, ...after].join(" "), phrase.join(" ")).length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

it("marks are in order and never overlap", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), fc.string({ unit: "grapheme", maxLength: 20 }), (text, query) => {
      let last = 0;
      for (const { start, end } of marksOf(text, null, { words: query, phrases: [query] })) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    }),
  );
  expect(
    mergePlaces([
      { start: 4, end: 6 },
      { start: 0, end: 5 },
      { start: 6, end: 7 },
    ]),
  ).toEqual([
    { start: 0, end: 6 },
    { start: 6, end: 7 },
  ]);
});

it("Thai and Chinese are cut so that a word is found inside a sentence", () => {
  const inside = (word: string, sentence: string, language: string) =>
    tokenise(word, language).every((lexeme) => tokenise(sentence, language).includes(lexeme));
  expect(inside("เบาหวาน", "ผู้ป่วยโรคเบาหวานควรระวัง", "th")).toBe(true);
  expect(inside("糖尿病", "治疗糖尿病的药物", "zh")).toBe(true);
});
