// One provider's answer as the panel draws it, from its row and the sources that were gathered of it.
import type { Claim } from "../../claims/schema";
import type { AnswerRow } from "../../providers/read-answers";
import { findProvider } from "../../providers/registry";
import type { ProviderKind, StoredFinding } from "../../providers/schema";
import type { AgainQuote } from "../../requests/quote-again";
import { askLimit } from "../../resilience/core/ask-limits";
import { identityKey } from "../../sources/core/identity";
import type { CategoryMention, CategorySource } from "../../sources/read-sources";
import { saidOf } from "../core/said";
import { excerptOf, type Retry, standingOf, triesOf } from "../core/witness";
import type { LaterFailure, Witness, WitnessCost, WitnessSource } from "./schema";

/** What an evidence API or the library is shown to say, where it has no prose of its own. */
const mostExcerpts = 3;
const roles = { cited: 0, opened: 1, retrieved: 2 } as const;

export type Heard = {
  readonly answer: AnswerRow;
  /** What it answered in other rounds, oldest first; one that failed later does not take its place. */
  readonly others: readonly AnswerRow[];
  readonly again: AgainQuote | null;
};
export type Gathered = { readonly sources: readonly CategorySource[]; readonly claims: readonly Claim[]; readonly retries: readonly Retry[] };

type Own = { readonly source: CategorySource; readonly mentions: readonly CategoryMention[] };

export function witnessOf({ answer, others, again }: Heard, { sources, claims, retries }: Gathered): Witness {
  const info = findProvider(answer.provider)?.info();
  const kind: ProviderKind = info?.kind ?? "api";
  const own = sources.flatMap((source): Own[] => {
    const mentions = source.mentions.filter((candidate) => candidate.provider === answer.provider);
    return mentions.length > 0 ? [{ source, mentions }] : [];
  });
  const found = answer.found?.sources ?? [];
  // Until the sources are gathered they have no numbers.
  const brought = own.length > 0 ? own.map(gathered) : found.map(ungathered);
  const place = own.length > 0 ? placeAmong(own) : (index: number) => index;
  const spans = (answer.found?.spans ?? []).map((span) => ({ ...span, sources: span.sources.flatMap((index) => place(index, found) ?? []) }));
  const ids = new Set(own.map(({ source }) => source.id));
  const later = others.findLast((other) => other.round > answer.round);
  const limit = info ? askLimit(info) : null;
  return {
    provider: answer.provider,
    name: info?.name ?? answer.provider,
    kind,
    standing: standingOf(
      answer,
      kind,
      brought.map((source) => source.role),
    ),
    model: answer.model,
    servedModel: answer.servedModel,
    text: answer.text,
    said: saidOf(answer.text, spans),
    linked: spans.length > 0,
    excerpts: kind === "engine" ? [] : excerptsOf(own),
    sources: brought,
    claims: claims.filter((claim) => ids.has(claim.sourceId)).length,
    stated: answer.found?.claims.length ?? 0,
    queries: answer.queries,
    cost: costOf(answer),
    otherCosts: others.map(costOf),
    cachedAt: answer.cost?.cachedAt ?? null,
    attempts: answer.attempts,
    tries: triesOf(answer, retries),
    error: answer.error?.message ?? null,
    startedAt: answer.startedAt.toISOString(),
    endedAt: answer.endedAt?.toISOString() ?? null,
    raw: answer.rawHash !== null,
    since: later ? laterFailure(later, kind) : null,
    limit: limit?.rate ? { perMinute: Math.round((limit.rate.burst * 60_000) / limit.rate.periodMs), atATime: limit.atATime } : null,
    again,
  };
}

type Titled = Pick<CategorySource, "identity" | "aliases" | "title" | "url" | "tier" | "date" | "publisher">;

function gathered({ source, mentions }: Own): WitnessSource {
  const role = mentions.map((mention) => mention.role).toSorted((a, b) => roles[a] - roles[b])[0] ?? "retrieved";
  return { ...cited(source), id: source.id, number: source.number, role, voice: source.voice, notices: source.notices };
}

function ungathered(source: StoredFinding["sources"][number]): WitnessSource {
  return { ...cited(source), id: null, number: null, role: source.role, voice: null, notices: source.notices ?? [] };
}

function cited(source: Titled) {
  const { title, url, tier, date, publisher } = source;
  const document = [source.identity, ...source.aliases].find((identity) => identity.scheme === "document");
  return { title, url, tier, date, publisher, documentId: document?.value ?? null };
}

/** Which of the gathered sources one of the answer's own became, by any of its names. */
function placeAmong(own: readonly Own[]) {
  const places = new Map(own.flatMap(({ source }, index) => [source.identity, ...source.aliases].map((name) => [identityKey(name), index] as const)));
  return (index: number, found: StoredFinding["sources"]): number | null => {
    const source = found[index];
    if (!source) return null;
    const known = [source.identity, ...source.aliases].map((name) => places.get(identityKey(name)));
    return known.find((candidate) => candidate !== undefined) ?? null;
  };
}

function costOf({ cost }: AnswerRow): WitnessCost {
  return { usd: cost?.usd ?? null, basis: cost?.basis ?? null, reason: cost?.reason ?? null, calls: cost?.calls ?? null };
}

function laterFailure(answer: AnswerRow, kind: ProviderKind): LaterFailure {
  return {
    standing: standingOf(answer, kind, []),
    at: (answer.endedAt ?? answer.startedAt).toISOString(),
    attempts: answer.attempts,
    error: answer.error?.message ?? null,
  };
}

function excerptsOf(own: readonly Own[]): Witness["excerpts"] {
  return (
    own
      .flatMap(({ source, mentions }) => {
        const stretches = mentions.flatMap((mention) => mention.passages.map((passage) => ({ passage, text: mention.text })));
        const best = stretches.toSorted((a, b) => b.passage.score - a.passage.score)[0];
        if (!best) return [];
        const { heading, score } = best.passage;
        return [{ score, number: source.number, heading, text: excerptOf(best.text, best.passage) }];
      })
      .sort((a, b) => b.score - a.score)
      // Copies of one text are read once.
      .filter((excerpt, index, all) => all.findIndex((other) => other.text === excerpt.text) === index)
      .slice(0, mostExcerpts)
      .map(({ score: _score, ...excerpt }) => excerpt)
  );
}
