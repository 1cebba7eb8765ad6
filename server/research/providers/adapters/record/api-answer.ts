// The shape every evidence API answers in: sources and claims, no prose, no price, and what went wrong as a value.
import type { ExtractedClaim } from "../../../claims/schema";
import type { FoundSource } from "../../../sources/schema";
import type { Answer, ProviderError } from "../../schema";

export type Found = { readonly source: FoundSource; readonly claims?: readonly ExtractedClaim[] };
export type Gathered = {
  readonly found: readonly Found[];
  readonly queries: readonly string[];
  /** Calls that could bring sources by themselves, and the errors of those that failed. */
  readonly asked: number;
  readonly errors: readonly ProviderError[];
  readonly raw: readonly (string | null)[];
};

/** All calls failed: failed. Some did: partial, with what the others brought. */
export function apiAnswer(provider: string, { found, queries, asked, errors, raw }: Gathered): Answer {
  const bodies = raw.filter((body) => body !== null);
  return {
    ...empty(provider),
    status: errors.length === 0 ? "ok" : errors.length < asked || found.length > 0 ? "partial" : "failed",
    sources: found.map((item) => item.source),
    claims: found.flatMap(({ claims = [] }, source) => claims.map((claim) => ({ source, claim }))),
    queries: [...queries],
    usage: { calls: asked },
    // Another try helps only where nothing stands against it for good.
    error: errors.find((error) => !error.retryable) ?? errors[0] ?? null,
    raw: bodies.length > 0 ? storable(bodies.join("\n")) : null,
  };
}

/** Saying that nothing was found would claim a search that never took place. */
export function notAsked(provider: string, name: string, why: string): Answer {
  return {
    ...empty(provider),
    status: "refused",
    error: { kind: "bad_request", retryable: false, notAsked: true, message: `${name} was not asked: ${why}` },
  };
}

/** No database stores NUL characters or halves of surrogate pairs in text. */
function storable(body: string): string {
  return body.replaceAll("\u0000", "\ufffd").toWellFormed();
}

function empty(provider: string): Answer {
  return {
    provider,
    model: null,
    servedModel: null,
    text: "",
    status: "ok",
    sources: [],
    spans: [],
    claims: [],
    queries: [],
    usage: {},
    cost: { usd: 0, basis: "free" },
    error: null,
    requestId: null,
    raw: null,
  };
}
