import { describe, expect, it } from "vitest";
import type { Edition, EditionCategory } from "../schema";
import { editionText } from "./edition-text";

const category: EditionCategory = {
  slug: "half-life",
  name: "Elimination half-life",
  number: 1,
  status: "done",
  outcome: "found",
  coverage: {
    outcome: "found",
    asked: ["library", "openfda"],
    found: [{ provider: "library", sources: 2 }],
    empty: [],
    blocked: [{ provider: "openfda", reason: "openFDA is unreachable from this machine (ENOTFOUND)." }],
    skipped: [],
    queries: [],
  },
  summary: {
    sentences: [
      { text: "It is 6 hours.", section: "Elimination", citations: [cite("s2"), cite("s1"), cite("s1")] },
      { text: "It is 14 hours in blood.", section: "Elimination", citations: [cite("s2")] },
      { text: "It was measured twice.", section: null, citations: [cite("s1")] },
    ],
    withheld: 1,
    withheldSentences: [{ text: "It is 8 hours.", section: null, citations: [cite("s1")], reason: "The passage does not say 8 hours." }],
  },
  claims: [],
  conflicts: [
    {
      id: "c",
      attribute: "half_life",
      kind: "value",
      severity: "major",
      status: "open",
      strategy: "manual",
      sides: [
        { claimIds: ["1"], sourceIds: ["s1"], label: "6 h" },
        { claimIds: ["2"], sourceIds: ["s2"], label: "14 h" },
      ],
      winner: null,
      statement: "6 h and 14 h differ.",
      rationale: "A person decides.",
      differing: [],
      unstated: [],
    },
  ],
  confidence: { value: 71, signals: [] },
  quality: null,
  strategy: "manual",
  sourceCount: 2,
  independentCount: 2,
  answers: [],
  startedAt: null,
  endedAt: null,
  error: null,
};

function cite(sourceId: string) {
  return { sourceId, quote: "q", start: 0, end: 1, page: null };
}

function source(id: string, number: number): Edition["sources"][number] {
  const none = { url: null, date: null, jurisdiction: null, publisher: null, licence: null, documentId: null };
  const rungs = [{ rung: "alive" as const, state: "passed" as const, method: "", reason: "", at: null }];
  return {
    ...none,
    id,
    number,
    identity: { scheme: "document", value: id },
    aliases: [],
    title: `Paper ${number}.`,
    tier: 4,
    superseded: false,
    voice: id,
    providers: ["library"],
    mentions: [],
    verification: { outcome: "verified", rungs },
  };
}

const edition: Edition = {
  request: {
    id: "r",
    status: "completed",
    subject: "Celandrin",
    pack: "trial",
    packName: "Trial pack",
    packVersion: 3,
    identity: null,
    providers: ["library"],
    note: null,
    series: "r",
    previous: null,
    changes: null,
    createdAt: "2026-03-01T00:00:00.000Z",
    startedAt: null,
    endedAt: null,
  },
  categories: [category],
  sources: [source("s1", 1), source("s2", 2)],
  totals: {
    ...{ categories: 1, settled: 1, found: 1, nothingFound: 0, notSearched: 0, blocked: 0, failed: 0, sources: 2, independentSources: 2 },
    ...{ claims: 0, conflictsOpen: 1, conflictsResolved: 0, setApart: 0, sentences: 3, withheld: 1 },
  },
  cost: { usd: 0, unknown: 0, byProvider: {}, capUsd: 5 },
  durationMs: null,
};

describe("an edition as text", () => {
  it("prints the sentences of a section together with the numbers of their sources, then the ledger and the coverage", () => {
    const text = editionText(edition, "text", 1000);
    expect(text).toMatch(/^Celandrin\n=========\n\nTrial pack, version 3\. /);
    expect(text).toContain("1. Elimination half-life (found, confidence 71 of 100)\n------");
    expect(text).toContain("Elimination:\n\nIt is 6 hours. [1, 2] It is 14 hours in blood. [2]\n\nIt was measured twice. [1]\n");
    expect(text).toContain("Where the sources differ:\n  - Open: 6 h and 14 h differ. A person decides.");
    expect(text).toContain("1 sentence withheld: The passage does not say 8 hours.");
    expect(text).toContain("no answer openfda (openFDA is unreachable from this machine (ENOTFOUND)).");
    expect(text).toContain("[1] Paper 1. tier 4, peer-reviewed. Steps passed: 1 of 1.");
    expect(text).not.toMatch(/\.\.|undefined|null/);
  });

  it("prints the same as Markdown", () => {
    const text = editionText(edition, "md");
    expect(text).toMatch(/^# Celandrin\n\n/);
    expect(text).toContain("\n## 1. Elimination half-life (found, confidence 71 of 100)\n\n### Elimination\n");
  });

  it("folds lines at blanks and leaves no line longer than asked, but for words that are", () => {
    const lines = editionText(edition, "text", 40).split("\n");
    for (const line of lines) expect(line.length <= 60).toBe(true);
    expect(lines.some((line) => line.length > 30)).toBe(true);
  });
});
