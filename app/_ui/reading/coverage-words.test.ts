import { expect, test } from "vitest";
import type { Coverage } from "@/server/research/requests/schema";
import { coverageRows, coverageWords } from "./coverage-words";

const coverage = (given: Partial<Coverage>): Coverage => ({
  outcome: "found",
  asked: [],
  found: [],
  empty: [],
  blocked: [],
  skipped: [],
  queries: [],
  ...given,
});

test("every list that has something is a sentence", () => {
  expect(
    coverageWords(
      coverage({
        asked: ["library", "openfda", "pubmed"],
        found: [{ provider: "library", sources: 4 }],
        empty: ["pubmed"],
        blocked: [{ provider: "openfda", reason: "Refused to be read (403)." }],
        skipped: [{ provider: "tavily", reason: "No key is set." }],
      }),
      (provider) => (provider === "library" ? "your library" : provider),
    ),
  ).toEqual([
    "Asked 3 providers.",
    "Found: your library 4.",
    "Empty: pubmed.",
    "Blocked: openfda, refused to be read (403).",
    "Skipped: tavily, no key is set.",
  ]);
});
test("a category that asked nobody says so", () => {
  expect(coverageWords(coverage({}))).toEqual(["Asked nobody."]);
});
test("an abbreviation at the start of a reason keeps its capitals", () => {
  expect(coverageWords(coverage({ asked: ["x"], blocked: [{ provider: "x", reason: "HTTP 503." }] }))).toContain("Blocked: x, HTTP 503.");
});

test("every provider has one row, those that found anything first", () => {
  const rows = coverageRows({
    outcome: "found",
    asked: ["library", "pubmed", "openfda"],
    found: [{ provider: "library", sources: 1 }],
    empty: ["pubmed"],
    blocked: [{ provider: "openfda", reason: "It refused (403)." }],
    skipped: [{ provider: "sefaria", reason: "It cannot answer this category." }],
    queries: [],
  });
  expect(rows.map(({ provider, words }) => `${provider}: ${words}`)).toEqual([
    "library: 1 source",
    "pubmed: searched, nothing found",
    "openfda: no answer",
    "sefaria: not asked",
  ]);
  expect(rows[2]?.reason).toBe("It refused (403).");
});
