import { describe, expect, it } from "vitest";
import { partsOf, saidBefore } from "./parts";
import { lexemesOf } from "./question";
import { isSlip } from "./slips";
import { spellings } from "./spelling";

const subjects = new Set(lexemesOf("celandrin tormentil Calvin Augustine"));
const parts = (text: string) => partsOf(text, (lexemes) => lexemes.length > 0 && lexemes.every((lexeme) => subjects.has(lexeme)));

describe("the questions in a question", () => {
  it.each([
    ["What is the half-life of celandrin?", ["What is the half-life of celandrin?"]],
    ["What is its dose and when was it approved?", ["What is its dose", "when was it approved?"]],
    ["Compare the half-life of celandrin and tormentil", ["the half-life of celandrin", "the half-life of tormentil"]],
    ["Is the half-life of celandrin longer than that of rivaroxaban?", ["Is the half-life of celandrin?", "Is the half-life of rivaroxaban?"]],
    ["What is the difference between Calvin and Augustine?", ["What is Calvin?", "What is Augustine?"]],
    ["Do celandrin and tormentil interact?", ["Do celandrin and tormentil interact?"]],
    ["Is celandrin better than tormentil?", ["Is celandrin better than tormentil?"]],
    ["I take celandrin. What is the dose?", ["What is the dose?"]],
    ["Hello! What is the dose?", ["What is the dose?"]],
    ["Celandrin", ["Celandrin"]],
  ])("%s is asked as %j", (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
  it("lean on what is said before them", () => {
    expect(saidBefore("I take celandrin. What is the dose?")).toBe("I take celandrin.");
    expect(saidBefore("Celandrin has a half-life.")).toBe("");
  });
});

describe("a word that stands nowhere", () => {
  it.each([
    ["celandirn", "celandrin", true],
    ["celandrine", "celandrin", true],
    ["contraindcations", "contraindications", true],
    ["patents", "patients", false],
    ["hypertension", "hypotension", false],
    ["12345678", "12345679", false],
  ])("%s for %s is a slip: %s", (word, near, expected) => {
    expect(isSlip(word, near, subjects)).toBe(expected);
  });
  it("is looked for in the other spelling of English", () => {
    expect(spellings("randomised")).toContain("randomized");
    expect(spellings("hemodialysis")).toContain("haemodialysis");
    expect(spellings("colour")).toContain("color");
    expect(spellings("dose")).toEqual([]);
  });
});
