// One category provider by provider: what each said in its own words, which sources it brought in which role, what it took and cost.
import type { Queryable } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { readEvents } from "@/server/progress/watch";
import { loadCategoryVersion } from "../categories/load-version";
import { readClaims } from "../claims/read-claims";
import type { Claim } from "../claims/schema";
import { type AnswerRow, readAnswers } from "../providers/read-answers";
import { findProvider } from "../providers/registry";
import type { ProviderKind } from "../providers/schema";
import { streamOf } from "../requests/progress";
import { type RequestCategoryRow, readRequestCategories } from "../requests/read-requests";
import { runEventBodies } from "../requests/run-events";
import { visibleRequest } from "../requests/visible-request";
import { type CategorySource, readCategorySources } from "../sources/read-sources";
import { excerptOf, standingOf, triesOf } from "./core/witness";
import type { ProviderPanel, Witness } from "./panel/schema";

/** What an evidence API or the library is shown to say, where it has no prose of its own. */
const mostExcerpts = 3;
/** A run tells far less; the rest of a longer one is not looked through. */
const mostEvents = 5000;

/** A category of a request, provider by provider, for those who may see the request. Throws `not_found`. */
export async function readProviderPanel(ctx: Pick<Ctx, "db" | "actor">, input: { id: string; slug: string }): Promise<ProviderPanel> {
  const request = await visibleRequest(ctx, input.id);
  const rows = await readRequestCategories(ctx.db, [request.id]);
  const row = rows.find((candidate) => candidate.slug === input.slug);
  if (!row) throw notFound("category of this request");
  const [answers, sources, claims, definition] = [
    await latestOfEach(ctx.db, row),
    await readCategorySources(ctx.db, request.id, row.id),
    (await readClaims(ctx.db, [row.id])).get(row.id) ?? [],
    await loadCategoryVersion(ctx.db, row.categoryId, row.categoryVersion),
  ];
  const retries = answers.some((answer) => answer.attempts > 1) ? await retriesOf(ctx.db, request.id, row.slug) : [];
  const witnesses = answers
    .map((answer) => witnessOf(answer, sources, claims, retries))
    .sort((a, b) => request.providers.indexOf(a.provider) - request.providers.indexOf(b.provider));
  return {
    request: {
      id: request.id,
      subject: request.subject,
      name: request.identity?.name ?? request.subject,
      createdAt: request.createdAt.toISOString(),
    },
    category: {
      slug: row.slug,
      name: row.name,
      number: row.position,
      of: rows.length,
      status: row.state,
      outcome: row.outcome,
      strategy: definition.conflictResolutionStrategy,
      sourceCount: row.sourceCount,
      independentCount: row.independentCount,
    },
    witnesses,
  };
}

/** Of each provider the answer of the latest round in which it was asked. */
async function latestOfEach(db: Queryable, row: RequestCategoryRow): Promise<AnswerRow[]> {
  const latest = new Map<string, AnswerRow>();
  for (let round = row.round; round >= 1; round -= 1) {
    for (const answer of await readAnswers(db, row.id, round)) if (!latest.has(answer.provider)) latest.set(answer.provider, answer);
  }
  return [...latest.values()];
}

async function retriesOf(db: Queryable, requestId: string, slug: string) {
  const events = await readEvents(db, streamOf(requestId), 0, mostEvents);
  return events.flatMap((event) => {
    const body = event.type === "provider.retrying" ? runEventBodies["provider.retrying"].safeParse(event.body) : null;
    if (!body?.success || body.data.category.slug !== slug) return [];
    const { provider, attempt, reason, waitMs } = body.data;
    return [{ provider, attempt, reason, waitMs: waitMs ?? null, at: event.at }];
  });
}

function witnessOf(answer: AnswerRow, sources: readonly CategorySource[], claims: readonly Claim[], retries: Parameters<typeof triesOf>[1]): Witness {
  const info = findProvider(answer.provider)?.info();
  const kind: ProviderKind = info?.kind ?? "api";
  const own = sources.flatMap((source) => {
    const mention = source.mentions.find((candidate) => candidate.provider === answer.provider);
    return mention ? [{ source, mention }] : [];
  });
  // Until the sources are gathered they have no numbers.
  const brought: Witness["sources"] =
    own.length > 0
      ? own.map(({ source, mention }) => ({ ...cited(source, source.number), role: mention.role, voice: source.voice }))
      : (answer.found?.sources ?? []).map((source) => ({ ...cited(source, null), role: source.role, voice: null }));
  const ids = new Set(own.map(({ source }) => source.id));
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
    excerpts: kind === "engine" ? [] : excerptsOf(own),
    sources: brought,
    claims: claims.filter((claim) => ids.has(claim.sourceId)).length,
    stated: answer.found?.claims.length ?? 0,
    queries: answer.queries,
    cost: {
      usd: answer.cost?.usd ?? null,
      basis: answer.cost?.basis ?? null,
      reason: answer.cost?.reason ?? null,
      calls: answer.cost?.calls ?? null,
    },
    cachedAt: answer.cost?.cachedAt ?? null,
    attempts: answer.attempts,
    tries: triesOf(answer, retries),
    error: answer.error?.message ?? null,
    startedAt: answer.startedAt.toISOString(),
    endedAt: answer.endedAt?.toISOString() ?? null,
  };
}

type Titled = Pick<CategorySource, "identity" | "aliases" | "title" | "url" | "tier" | "date" | "publisher">;

function cited(source: Titled, number: number | null) {
  const { title, url, tier, date, publisher } = source;
  const document = [source.identity, ...source.aliases].find((identity) => identity.scheme === "document");
  return { number, title, url, tier, date, publisher, documentId: document?.value ?? null };
}

function excerptsOf(own: readonly { source: CategorySource; mention: CategorySource["mentions"][number] }[]): Witness["excerpts"] {
  return (
    own
      .flatMap(({ source, mention }) => {
        const best = mention.passages.toSorted((a, b) => b.score - a.score)[0];
        return best ? [{ score: best.score, number: source.number, heading: best.heading, text: excerptOf(source.text, best) }] : [];
      })
      .sort((a, b) => b.score - a.score)
      // Copies of one text are read once.
      .filter((excerpt, index, all) => all.findIndex((other) => other.text === excerpt.text) === index)
      .slice(0, mostExcerpts)
      .map(({ score: _score, ...excerpt }) => excerpt)
  );
}
