import { expect, test } from "vitest";
import type { Claim } from "@/server/research/claims/schema";
import type { Conflict } from "@/server/research/conflicts/schema";
import { providerMatrix } from "./provider-matrix";
import { testPanel, testSource, testWitness } from "./testing";

const claim = (id: string, sourceId: string, attribute: string, raw: string): Claim => ({
  ...{ id, sourceId, attribute, raw, quote: raw, start: 0, end: raw.length, page: null, qualifiers: {}, polarity: "affirmed", hedged: false },
  value: { kind: "quantity", value: 1, unit: "h", op: "=", approx: false, unitAssumed: false },
  extractor: "rule",
});
const source = (id: string, role: "cited" | "retrieved" = "cited") => ({ ...testSource, id, voice: id, role });
const openai = testWitness({ sources: [source("a"), source("b", "retrieved")] });
const pubmed = testWitness({ provider: "pubmed", name: "PubMed", kind: "api", sources: [source("b", "retrieved")] });
const xai = testWitness({ provider: "xai", name: "xAI", standing: "failed", sources: [], attempts: 3 });
const facts = [
  { name: "tmax", label: "Time to peak", unit: "h" },
  { name: "half_life", label: "Half-life", unit: "h" },
];

test("a column for every provider, also for one that failed, and a row for every fact that anybody states", () => {
  const { columns, groups } = providerMatrix(
    testPanel({
      witnesses: [openai, pubmed, xai],
      facts,
      claims: [claim("1", "a", "half_life", "6.2 h"), claim("2", "b", "half_life", "approximately 6.2 h"), claim("3", "a", "tmax", "2 h")],
    }),
  );
  expect(columns.map(({ title, note, absent }) => [title, note, absent?.words])).toEqual([
    ["OpenAI", "", undefined],
    ["PubMed", "", undefined],
    ["xAI", "failed", "no answer"],
  ]);
  const [tmax, halfLife] = groups[0]?.rows ?? [];
  expect(tmax).toMatchObject({ fact: "Time to peak", unit: "h", outcome: { state: "alone", words: "one voice" } });
  expect(tmax?.cells).toEqual([{ value: "2 h", state: "alone" }, null, null]);
  expect(halfLife).toMatchObject({ outcome: { state: "agrees", words: "2 voices agree" } });
  expect(halfLife?.cells).toEqual([{ value: "6.2 h", state: "agrees" }, { value: "\u2248 6.2 h", state: "agrees" }, null]);
});

test("a conflict colours the sides, and what an engine found without citing it is said to be so", () => {
  const conflict: Conflict = {
    ...{ id: "c", attribute: "half_life", kind: "value", severity: "major", status: "resolved", strategy: "authority", winner: 1 },
    ...{ statement: "", rationale: "", differing: [], unstated: [] },
    sides: [
      { claimIds: ["1"], sourceIds: ["a"], label: "9 h" },
      { claimIds: ["2"], sourceIds: ["b"], label: "6.2 h" },
    ],
  };
  const looker = testWitness({ provider: "tavily", name: "Tavily", sources: [source("b", "retrieved")] });
  const { groups } = providerMatrix(
    testPanel({
      witnesses: [openai, pubmed, looker],
      facts,
      conflicts: [conflict],
      claims: [claim("1", "a", "half_life", "9 h"), claim("2", "b", "half_life", "6.2 h")],
    }),
  );
  const [row] = groups[0]?.rows ?? [];
  expect(row).toMatchObject({ href: "/research/r/conflicts#conflict-c", outcome: { state: "conflict" } });
  expect(row?.cells).toEqual([
    { value: "9 h", state: "conflict" },
    { value: "6.2 h", state: "agrees" },
    { value: "6.2 h", state: "agrees", aside: "found, not cited" },
  ]);
});

test("there is nothing to draw where no source states a fact", () => {
  expect(providerMatrix(testPanel({ facts })).groups).toEqual([]);
});
