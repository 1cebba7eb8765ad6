import { describe, expect, it } from "vitest";
import { boundConcepts, boundWords, holdsBound } from "./bound-words";
import { conceptsOf } from "./concepts";
import { lexemesOf } from "./question";

const answers = (question: string, text: string): boolean => {
  const has = new Set(lexemesOf(text));
  return holdsBound(boundConcepts(question, conceptsOf(question, [], new Set(lexemesOf("celandrin")))), (lexeme) => has.has(lexeme));
};

describe("what a question binds together", () => {
  it.each([
    ["What is the half-life of celandrin in children?", [{ asked: "half-life", by: ["celandrin", "children"], beside: [] }]],
    ["What is celandrin's half-life in old patients?", [{ asked: "half-life", by: ["patients"], beside: ["old"] }]],
    ["Does celandrin change the taste of wine?", [{ asked: "taste", by: ["wine"], beside: [] }]],
    ["Is celandrin used with prosthetic heart valves?", [{ asked: null, by: ["valves"], beside: ["prosthetic", "heart"] }]],
    ["Which factors depend on vitamin K?", []],
    ["What is the half-life of celandrin in the label?", [{ asked: "half-life", by: ["celandrin"], beside: [] }]],
    ["What does the verb mean in Greek?", []],
    ["Which diet did the patients of the trial follow in winter?", [{ asked: null, by: ["winter"], beside: [] }]],
    ["What is celandrin?", []],
    ["Wie lang ist die Halbwertszeit in Kindern?", []],
  ])("%s binds %j", (question, expected) => {
    expect(boundWords(question)).toEqual(expected);
  });

  it("stands together in the sentence that answers, in any of its wordings", () => {
    expect(answers("What is the half-life of celandrin in children?", "In pediatric patients the half-life is 4 hours.")).toBe(true);
  });

  it.each([
    ["What is the half-life of celandrin in children?", "The half-life of celandrin is 6.2 hours in adults."],
    ["What is the half-life of celandrin in children?", "In children celandrin may be used from 10 years of age."],
    ["What was the hazard ratio for bleeding?", "The hazard ratio for stroke was 0.79."],
    ["Does celandrin change the taste of wine?", "Taste disturbance is common."],
  ])("%s is not answered by “%s”", (question, text) => {
    expect(answers(question, text)).toBe(false);
  });

  it("is not what stands nowhere, though a nearer word of a phrase may be said otherwise", () => {
    const question = "What is the target of celandrin in the aortic position?";
    const text = new Set(lexemesOf("In the mitral position the target of celandrin is 3.0."));
    const concepts = conceptsOf(question, [], new Set(lexemesOf("celandrin")));
    const of = (unknown: boolean) =>
      boundConcepts(
        question,
        concepts.map((concept) => ({ ...concept, unknown: unknown && concept.words.includes("aortic") })),
      );
    expect(holdsBound(of(false), (lexeme) => text.has(lexeme))).toBe(true);
    expect(holdsBound(of(true), (lexeme) => text.has(lexeme))).toBe(false);
  });

  it("asks for no light word, and alone for what restricts", () => {
    expect(answers("What is the effect of fasting on the use of celandrin?", "Fasting doubles the exposure of celandrin.")).toBe(true);
    expect(answers("What is the half-life of celandrin in adults?", "The half-life of celandrin is 6.2 hours.")).toBe(true);
    expect(answers("What is the strength range of celandrin?", "Celandrin tablets have strengths of 1 mg and 2 mg.")).toBe(true);
  });
});
