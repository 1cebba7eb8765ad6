// A witness for tests of the panel: an engine that answered with one cited source.
import type { ProviderPanel, Witness, WitnessSource } from "@/server/research/editions/panel/schema";

export const testSource: WitnessSource = {
  id: "source-1",
  number: 1,
  title: "Celandrin leaflet",
  url: "https://leaflets.example/celandrin",
  tier: 4,
  date: null,
  publisher: null,
  documentId: null,
  role: "cited",
  voice: "url:leaflets.example/celandrin",
  notices: [],
};

export function testWitness(change: Partial<Witness> = {}): Witness {
  return {
    provider: "openai",
    name: "OpenAI",
    kind: "engine",
    standing: "answered",
    model: "m",
    servedModel: "m",
    text: "About six hours.",
    said: [[[{ text: "About six hours.", sources: [0] }]]],
    linked: true,
    excerpts: [],
    sources: [testSource],
    claims: 1,
    stated: 0,
    queries: [],
    cost: { usd: 0.081, basis: "billed", reason: null, calls: null },
    otherCosts: [],
    cachedAt: null,
    attempts: 1,
    tries: [],
    error: null,
    startedAt: "2026-03-02T09:00:00.000Z",
    endedAt: "2026-03-02T09:00:09.200Z",
    raw: true,
    since: null,
    limit: { perMinute: 60, atATime: 6 },
    again: { usd: 0.04, mostUsd: 0.2, reason: "Price of m times what a question usually uses.", refusal: null },
    ...change,
  };
}

export function testPanel(change: Partial<ProviderPanel> = {}): ProviderPanel {
  return {
    request: { id: "r", subject: "s", name: "s", note: null, createdAt: "2026-03-02T09:00:00.000Z", open: false, seq: 0 },
    category: { slug: "c", name: "C", number: 1, of: 1, status: "done", outcome: "found", strategy: "manual", sourceCount: 3, independentCount: 2 },
    witnesses: [testWitness()],
    skipped: [],
    claims: [],
    conflicts: [],
    facts: [],
    writing: { model: null, proposed: 0, kept: 0, reasons: [] },
    ...change,
  };
}
