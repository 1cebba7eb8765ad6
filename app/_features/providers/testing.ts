// A witness for tests of the panel: an engine that answered with one cited source.
import type { Witness, WitnessSource } from "@/server/research/editions/panel/schema";

export const testSource: WitnessSource = {
  number: 1,
  title: "Celandrin leaflet",
  url: "https://leaflets.example/celandrin",
  tier: 4,
  date: null,
  publisher: null,
  documentId: null,
  role: "cited",
  voice: "url:leaflets.example/celandrin",
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
    excerpts: [],
    sources: [testSource],
    claims: 1,
    stated: 0,
    queries: [],
    cost: { usd: 0.081, basis: "billed", reason: null, calls: null },
    cachedAt: null,
    attempts: 1,
    tries: [],
    error: null,
    startedAt: "2026-03-02T09:00:00.000Z",
    endedAt: "2026-03-02T09:00:09.200Z",
    ...change,
  };
}
