// Where the stand-ins listen: one loopback port for each, counted from a first port, and the path its vendor's base URL ends with.

/** Offset from the first port, and path. An id is the provider's, or the service's where it is no provider. */
export const standinAddresses = {
  openai: [1, "/v1"],
  perplexity: [2, "/v1"],
  xai: [3, "/v1"],
  gemini: [4, "/v1beta"],
  tavily: [5, ""],
  llm: [6, "/v1"],
  pages: [7, ""],
  rxnorm: [11, "/REST"],
  openfda: [12, ""],
  crossref: [13, ""],
  doi: [14, ""],
  pubmed: [15, "/entrez/eutils"],
  clinicaltrials: [16, "/api/v2"],
  ema: [17, ""],
  europepmc: [18, "/europepmc/webservices/rest"],
  dailymed: [19, "/dailymed/services/v2"],
  sefaria: [20, ""],
  "bible-api": [21, ""],
} as const satisfies Record<string, readonly [number, string]>;

export type StandinId = keyof typeof standinAddresses;

/** The key that a stand-in of an answer engine takes; it opens nothing else. */
export function standinKey(id: StandinId): string {
  return `standin-key-of-${id}`;
}

export function standinPort(id: StandinId, firstPort: number): number {
  return firstPort + standinAddresses[id][0];
}

export function standinBaseUrl(id: StandinId, firstPort: number): string {
  return `http://127.0.0.1:${standinPort(id, firstPort)}${standinAddresses[id][1]}`;
}

/** What the stand-ins charge where their vendors state no amount: US dollars per million tokens in and out, per thousand searches, per credit. */
export const standinPrices = {
  openai: { input: 1.25, output: 10, searches: 10 },
  gemini: { input: 0.3, output: 2.5, searches: 14 },
  tavilyCredit: 0.008,
} as const;
