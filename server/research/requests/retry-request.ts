import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { closeStream } from "@/server/progress/record";
import { streamOf, tell } from "./progress";
import { requestSubmitted } from "./schema";
import { scopeOf } from "./scope";
import { categoriesOf, findRequest, isOpenStatus, lockRequest, updateCategoryIf, updateRequestIf } from "./store";

/** Asks again the categories of an ended request that failed, were blocked or were not searched. The others stay as they are. */
export async function retryRequest(ctx: Ctx, input: { id: string }): Promise<{ categories: number }> {
  const visible = await findRequest(ctx.db, scopeOf(ctx.actor), input.id);
  if (!visible) throw notFound("request");
  const { count, round } = await ctx.db.transaction(async (tx) => {
    const request = (await lockRequest(tx, visible.id)) ?? visible;
    const round = request.round + 1;
    if (isOpenStatus(request.status)) throw new AppError("conflict", "This request is still running. Nothing was changed.");
    const rows = (await categoriesOf(tx, [request.id])).filter(
      (row) => row.outcome === "failed" || row.outcome === "blocked" || row.outcome === "not_searched",
    );
    if (rows.length === 0) throw new AppError("conflict", "No category of this request failed. Nothing was changed.");
    await updateRequestIf(tx, request.id, [request.status], {
      status: "pending",
      round,
      startedAt: null,
      endedAt: null,
      cancelledAt: null,
      note: null,
    });
    for (const row of rows) {
      const clean = { outcome: null, coverage: null, confidence: null, quality: null, steps: [], startedAt: null, endedAt: null, error: null };
      await updateCategoryIf(tx, row.id, [row.state], { ...clean, state: "queued", round, sourceCount: 0, independentCount: 0, withheldCount: 0 });
    }
    await recordAudit(tx, ctx, {
      action: "request.retry",
      entity: "request",
      entityId: request.id,
      before: { status: request.status },
      after: { round, categories: rows.length },
    });
    await closeStream(tx, streamOf(request.id), null);
    await tell(tx, ctx, request.id, "request.retried", { categories: rows.length, slugs: rows.map((row) => row.slug) }, String(round));
    return { count: rows.length, round };
  });
  await ctx.events.send([{ id: `${visible.id}:${round}:submitted`, name: requestSubmitted.name, data: { requestId: visible.id, round } }]);
  return { categories: count };
}
