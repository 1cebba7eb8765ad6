import { expect, test } from "vitest";
import { stemmaOf, stemmaWords } from "./stemma-of";
import { testSource, testWitness } from "./testing";

const mirror = { ...testSource, number: 7, url: "https://mirror.example/c" };
const alone = { ...testSource, number: 3, url: "https://alone.example", voice: "alone", role: "retrieved" as const };
const witnesses = [
  testWitness({ sources: [mirror, alone] }),
  testWitness({ provider: "perplexity", name: "Perplexity" }),
  testWitness({ provider: "tavily", name: "Tavily", sources: [{ ...testSource, role: "retrieved" }] }),
  testWitness({ provider: "gemini", name: "Gemini", standing: "ungrounded", sources: [] }),
  testWitness({ provider: "xai", name: "xAI", standing: "failed", sources: [] }),
];

test("one voice stands once, under its lowest number; what nobody cites is not drawn", () => {
  const { sources, edges, answers } = stemmaOf(witnesses);
  expect(sources).toEqual([{ key: testSource.voice, label: "leaflets.example", number: 1 }]);
  expect(edges.map(({ answer, role }) => `${answer} ${role}`)).toEqual(["openai cited", "perplexity cited", "tavily retrieved"]);
  expect(answers.map(({ end }) => end)).toEqual(["named", "named", "named", "unnamed", "none"]);
});
test("the drawing is told in words as well", () => {
  expect(stemmaWords(witnesses)).toBe(
    "Stemma: OpenAI rests on source 1; Perplexity rests on source 1; Tavily cites none of what it found; Gemini cites no source; xAI brought nothing.",
  );
});
