import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { readAnswers } from "../providers/read-answers";
import { scoreCategory } from "../scoring/score-category";
import { countChecks } from "../verification/count-checks";
import { stepsAfter } from "./advance-category";
import { claimCategories } from "./claim-categories";
import { coverageOf } from "./core/coverage";
import { loadRun } from "./load-run";
import { categoryRef, tell } from "./progress";
import { categoriesOf, isSettled, unsettledStates, updateCategoryIf } from "./store";
import { whileOpen } from "./while-open";

export type Continuation = {
  /** Categories to start now that this one has ended. */
  readonly started: readonly string[];
  /** All categories of the request have ended. */
  readonly settled: boolean;
};

/** Ends a category: result, scores, coverage, audit entry and progress event in one transaction. */
export async function recordCategory(ctx: Ctx, input: { requestCategoryId: string; round: number }): Promise<{ outcome: string }> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { outcome: "ended before" };
  const { request, category, definition } = run;
  const answers = await readAnswers(ctx.db, category.id, input.round);
  const result = await scoreCategory(ctx, run);
  const asked = coverageOf({
    answers: answers.map(({ provider, status, sourceCount, error, queries }) => ({ provider, status, sources: sourceCount, error, queries })),
    skipped: request.providers
      .filter((id) => !answers.some((answer) => answer.provider === id))
      .map((provider) => ({ provider, reason: skipReason(provider, definition.searchParameters.apis) })),
    published: result.published,
  });
  const coverage = { ...asked, checks: await countChecks(ctx.db, category.id) };
  const endedAt = ctx.clock.now();
  const allFailed = coverage.outcome === "failed";
  const reason = allFailed ? `No answer from ${answers.length} of ${answers.length}.` : null;
  await whileOpen(ctx, run, async (tx) => {
    await updateCategoryIf(tx, category.id, unsettledStates, {
      state: allFailed ? "failed" : "done",
      outcome: coverage.outcome,
      coverage,
      confidence: result.confidence,
      quality: result.quality,
      sourceCount: result.sources,
      independentCount: result.independent,
      withheldCount: result.withheld,
      steps: stepsAfter(category.steps, "done", endedAt.toISOString()),
      endedAt,
      error: reason,
    });
    await recordAudit(tx, ctx, {
      action: "category.end",
      entity: "request_category",
      entityId: category.id,
      before: { state: category.state },
      after: {
        outcome: coverage.outcome,
        round: input.round,
        confidence: result.confidence?.value ?? null,
        sources: result.sources,
        categoryVersion: category.categoryVersion,
      },
    });
    const body = {
      category: categoryRef(category),
      outcome: coverage.outcome,
      confidence: result.confidence?.value ?? null,
      sources: result.sources,
      independent: result.independent,
      reason,
    };
    await tell(tx, ctx, request.id, "category.ended", body, `${category.slug}:${input.round}`);
  });
  return { outcome: coverage.outcome };
}

/** Ends a category that could not be worked out, with the reason in one sentence. */
export async function failCategory(ctx: Ctx, input: { requestCategoryId: string; round: number; reason: string }): Promise<void> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return;
  const { request, category } = run;
  const endedAt = ctx.clock.now();
  await whileOpen(ctx, run, async (tx) => {
    const steps = stepsAfter(category.steps, "failed", endedAt.toISOString());
    await updateCategoryIf(tx, category.id, unsettledStates, {
      state: "failed",
      outcome: "failed",
      steps,
      endedAt,
      error: input.reason,
    });
    await recordAudit(tx, ctx, {
      action: "category.fail",
      entity: "request_category",
      entityId: category.id,
      before: { state: category.state },
      after: { state: "failed", round: input.round },
    });
    const body = { category: categoryRef(category), outcome: "failed" as const, confidence: null, sources: 0, independent: 0, reason: input.reason };
    await tell(tx, ctx, request.id, "category.ended", body, `${category.slug}:${input.round}`);
  });
}

/** What comes after a category has ended: the next ones to start, or the request's own end. */
export async function continueRequest(ctx: Ctx, input: { requestId: string }): Promise<Continuation> {
  const started = await claimCategories(ctx, input);
  const rows = await categoriesOf(ctx.db, [input.requestId]);
  return { started, settled: rows.every(isSettled) };
}

function skipReason(provider: string, apis: readonly string[]): string {
  return apis.includes(provider) ? "It was not reached before the category ended." : "It cannot answer this category.";
}
