// Trigger: research/category.started. Steps: plan, ask every provider side by side, then those that read what the others brought, gather, verify, look
// outside in batches, extract, compare, write, record, go on.
// Guarantees: a finished step is never run again; a category that cannot be worked out fails alone and the next one starts.
import { extractCategoryClaims } from "@/server/research/claims/extract-category-claims";
import { detectCategoryConflicts } from "@/server/research/conflicts/detect-category-conflicts";
import { askProvider } from "@/server/research/providers/ask-provider";
import { planCategory } from "@/server/research/requests/plan-category";
import { continueRequest, failCategory, recordCategory } from "@/server/research/requests/record-category";
import { gatherSources } from "@/server/research/sources/gather-sources";
import { writeSummary } from "@/server/research/synthesis/write-summary";
import { checkSources } from "@/server/research/verification/check-sources";
import { verifySources } from "@/server/research/verification/verify-sources";
import { inngest } from "../../client";
import { cancelled, settled, started } from "../../events";
import { withCtx } from "../../function-context";
import { startEvents } from "./start-events";

/**
 * Calls of this function at a time: three categories that each ask every provider there is. Fewer, and a provider waits for others to answer;
 * how many at a time one provider is asked is its own limit.
 */
const callsAtATime = 48;
const retries = 3;

export const runCategory = inngest.createFunction(
  {
    id: "research-run-category",
    triggers: [started],
    retries,
    concurrency: { limit: callsAtATime },
    cancelOn: [{ event: cancelled.name, if: "event.data.requestId == async.data.requestId" }],
    onFailure: async ({ event, error, step, runId }) => {
      const { requestId, requestCategoryId, round } = started.schema.parse(event.data.event.data);
      const reason = `It could not be worked out: ${error.message.replace(/\.$/, "")}.`;
      await step.run("fail", () => withCtx("research", runId, (ctx) => failCategory(ctx, { requestCategoryId, round, reason })));
      const next = await step.run("continue", () => withCtx("research", runId, (ctx) => continueRequest(ctx, { requestId })));
      const events = nextEvents(requestId, round, requestCategoryId, next);
      if (events.length > 0) await step.sendEvent("next", events);
    },
  },
  async ({ event, step, runId, attempt, maxAttempts }) => {
    const { requestId, requestCategoryId, round } = event.data;
    const input = { requestCategoryId, round };
    const plan = await step.run("plan", () => withCtx("research", runId, (ctx) => planCategory(ctx, input)));
    const lastAttempt = attempt + 1 >= (maxAttempts ?? retries + 1);
    const ask = (provider: string) =>
      step.run(`ask:${provider}`, () => withCtx("research", runId, (ctx) => askProvider(ctx, { ...input, provider, lastAttempt })));
    await Promise.all(plan.providers.map(ask));
    await Promise.all(plan.readers.map(ask));
    await step.run("gather", () => withCtx("research", runId, (ctx) => gatherSources(ctx, input)));
    // A run from before there were batches has none in its memo.
    const { batches = [] } = await step.run("verify", () => withCtx("research", runId, (ctx) => verifySources(ctx, input)));
    const look = (sourceIds: readonly string[], batch: number) =>
      step.run(`check:${batch + 1}`, () => withCtx("research", runId, (ctx) => checkSources(ctx, { ...input, batch: batch + 1, sourceIds })));
    await Promise.all(batches.map(look));
    await step.run("extract", () => withCtx("research", runId, (ctx) => extractCategoryClaims(ctx, input)));
    await step.run("conflicts", () => withCtx("research", runId, (ctx) => detectCategoryConflicts(ctx, input)));
    await step.run("synthesise", () => withCtx("research", runId, (ctx) => writeSummary(ctx, input)));
    await step.run("record", () => withCtx("research", runId, (ctx) => recordCategory(ctx, input)));
    const next = await step.run("continue", () => withCtx("research", runId, (ctx) => continueRequest(ctx, { requestId })));
    const events = nextEvents(requestId, round, requestCategoryId, next);
    if (events.length > 0) await step.sendEvent("next", events);
  },
);

/** Starts what was claimed; the last category to settle says that the request has. */
function nextEvents(requestId: string, round: number, after: string, next: { started: readonly string[]; settled: boolean }) {
  const events = startEvents(requestId, round, next.started);
  return next.settled ? [...events, { id: `${requestId}:${round}:settled:${after}`, name: settled.name, data: { requestId, round } }] : events;
}
