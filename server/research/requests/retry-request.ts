import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { closeStream } from "@/server/progress/record";
import { streamOf, tell } from "./progress";
import { requestSubmitted } from "./schema";
import { scopeOf } from "./scope";
import { categoriesOf, findRequest, updateCategoryIf, updateRequestIf } from "./store";

/** Asks again the categories of an ended request that failed, were blocked or were not searched. The others stay as they are. */
export async function retryRequest(ctx: Ctx, input: { id: string }): Promise<{ categories: number }> {
  const request = await findRequest(ctx.db, scopeOf(ctx.actor), input.id);
  if (!request) throw notFound("request");
  const round = request.round + 1;
  const count = await ctx.db.transaction(async (tx) => {
    const rows = (await categoriesOf(tx, [request.id])).filter(
      (row) => row.outcome === "failed" || row.outcome === "blocked" || row.outcome === "not_searched",
    );
    if (rows.length === 0) throw new AppError("conflict", "No category of this request failed. Nothing was changed.");
    const reopened = await updateRequestIf(tx, request.id, ["partial_failure", "failed", "cancelled", "completed"], {
      status: "pending",
      round,
      startedAt: null,
      endedAt: null,
      cancelledAt: null,
      note: null,
    });
    if (!reopened) throw new AppError("conflict", "This request is still running. Nothing was changed.");
    for (const row of rows) {
      const clean = { outcome: null, coverage: null, confidence: null, quality: null, steps: [], startedAt: null, endedAt: null, error: null };
      await updateCategoryIf(tx, row.id, [row.state], { ...clean, state: "queued", round, sourceCount: 0, independentCount: 0, withheldCount: 0 });
    }
    await closeStream(tx, streamOf(request.id), null);
    await recordAudit(tx, ctx, {
      action: "request.retry",
      entity: "request",
      entityId: request.id,
      before: { status: request.status },
      after: { round, categories: rows.length },
    });
    await tell(tx, ctx, request.id, "request.retried", { categories: rows.length }, String(round));
    return rows.length;
  });
  await ctx.events.send([{ id: `${request.id}:${round}:submitted`, name: requestSubmitted.name, data: { requestId: request.id, round } }]);
  return { categories: count };
}
