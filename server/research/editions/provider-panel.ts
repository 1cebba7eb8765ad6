// One category provider by provider: what each said in its own words, which sources it brought in which role, what it took and cost.
import type { Ctx } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import type { ProgressEvent } from "@/server/progress/schema";
import { readEvents, readStreamState } from "@/server/progress/watch";
import { loadCategoryVersion } from "../categories/load-version";
import type { CategoryDefinition } from "../categories/schema";
import { readClaims } from "../claims/read-claims";
import { unitLabel } from "../conflicts/core/unit-label";
import { readConflicts } from "../conflicts/read-conflicts";
import { standingAnswers } from "../providers/core/standing-answers";
import { type AnswerRow, readEveryAnswer } from "../providers/read-answers";
import { findProvider } from "../providers/registry";
import { streamOf } from "../requests/progress";
import { quoteAgain } from "../requests/quote-again";
import { type RequestCategoryRow, readRequestCategories } from "../requests/read-requests";
import { runEventBodies } from "../requests/run-events";
import { visibleRequest } from "../requests/visible-request";
import { readCategorySources } from "../sources/read-sources";
import type { Retry } from "./core/witness";
import { writingOf } from "./core/writing";
import { mostEvents } from "./panel/limits";
import type { PanelFact, ProviderPanel } from "./panel/schema";
import { type Heard, witnessOf } from "./panel/witness-of";

/** A category of a request, provider by provider, for those who may see the request. Throws `not_found`. */
export async function readProviderPanel(ctx: Pick<Ctx, "db" | "actor" | "clock">, input: { id: string; slug: string }): Promise<ProviderPanel> {
  const request = await visibleRequest(ctx, input.id);
  const rows = await readRequestCategories(ctx.db, [request.id]);
  const row = rows.find((candidate) => candidate.slug === input.slug);
  if (!row) throw notFound("category of this request");
  // Before everything else: what is read later may be newer than this number, never older.
  const seq = (await readStreamState(ctx.db, streamOf(request.id)))?.seq ?? 0;
  const sources = await readCategorySources(ctx.db, request.id, row.id);
  const claims = (await readClaims(ctx.db, [row.id])).get(row.id) ?? [];
  const conflicts = (await readConflicts(ctx.db, [row.id])).get(row.id) ?? [];
  const definition = await loadCategoryVersion(ctx.db, row.categoryId, row.categoryVersion);
  const again = await quoteAgain(ctx, request, row);
  const every = await readEveryAnswer(ctx.db, row.id, row.round);
  const events = await readEvents(ctx.db, streamOf(request.id), 0, mostEvents);
  const gathered = { sources, claims, retries: retriesOf(events, row.slug) };
  const heard = standingAnswers(every).map((answer): Heard => {
    const others = every.filter((other) => other.provider === answer.provider && other !== answer);
    return { answer, others, again: again.get(answer.provider) ?? null };
  });
  return {
    request: {
      id: request.id,
      subject: request.subject,
      name: request.identity?.name ?? request.subject,
      note: request.identity?.note ?? null,
      createdAt: request.createdAt.toISOString(),
      open: request.status === "pending" || request.status === "processing",
      seq,
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
    witnesses: heard
      .map((each) => witnessOf(each, gathered))
      .sort((a, b) => request.providers.indexOf(a.provider) - request.providers.indexOf(b.provider)),
    skipped: skippedOf(row, every),
    claims,
    conflicts,
    facts: factsOf(definition),
    writing: writingOf(events, row.slug),
  };
}

/** Tries that were followed by another. */
function retriesOf(events: readonly ProgressEvent[], slug: string): Retry[] {
  return events.flatMap((event) => {
    const body = event.type === "provider.retrying" ? runEventBodies["provider.retrying"].safeParse(event.body) : null;
    if (!body?.success || body.data.category.slug !== slug) return [];
    const { provider, attempt, reason, waitMs } = body.data;
    return [{ provider, attempt, reason, waitMs: waitMs ?? null, at: event.at }];
  });
}

function skippedOf(row: RequestCategoryRow, every: readonly AnswerRow[]): ProviderPanel["skipped"] {
  const skipped = (row.coverage?.skipped ?? []).filter(({ provider }) => !every.some((answer) => answer.provider === provider));
  return skipped.map(({ provider, reason }) => ({ provider, name: findProvider(provider)?.info().name ?? provider, reason }));
}

function factsOf(definition: CategoryDefinition): PanelFact[] {
  return definition.processingRules.facts.map(({ name, label, unit }) => ({ name, label, unit: unit ? unitLabel(unit) : "" }));
}
