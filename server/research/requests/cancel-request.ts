import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { closeStream } from "@/server/progress/record";
import { endUnfinished, tellUnfinished } from "./end-unfinished";
import { streamOf, tell } from "./progress";
import { requestCancelled } from "./schema";
import { scopeOf } from "./scope";
import { findRequest, openStatuses, updateRequestIf } from "./store";

/** Cancels a request that still runs. What is done is kept; a question that is out may still be answered, no further one is asked. */
export async function cancelRequest(ctx: Ctx, input: { id: string }): Promise<{ status: string }> {
  const request = await findRequest(ctx.db, scopeOf(ctx.actor), input.id);
  if (!request) throw notFound("request");
  const cancelled = await ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now();
    const note = "Cancelled. What was done before is kept.";
    const row = await updateRequestIf(tx, request.id, openStatuses, { status: "cancelled", cancelledAt: now, endedAt: now, note });
    if (!row) return false;
    const unfinished = await endUnfinished(tx, ctx, request.id, "Cancelled before it was done.");
    await recordAudit(tx, ctx, {
      action: "request.cancel",
      entity: "request",
      entityId: request.id,
      before: { status: request.status },
      after: { status: "cancelled" },
    });
    await tellUnfinished(tx, ctx, unfinished);
    await tell(tx, ctx, request.id, "request.ended", { status: "cancelled", note }, `cancelled:${row.round}`);
    await closeStream(tx, streamOf(request.id), now);
    return true;
  });
  if (!cancelled) throw new AppError("conflict", "This request has ended already. Nothing was changed.");
  await ctx.events.send([{ id: `${request.id}:${request.round}:cancelled`, name: requestCancelled.name, data: { requestId: request.id } }]);
  return { status: "cancelled" };
}
