import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { closeStream } from "@/server/progress/record";
import { finalStatus } from "./core/final-status";
import { endUnfinished, tellUnfinished } from "./end-unfinished";
import { streamOf, tell } from "./progress";
import { requestEnded } from "./schema";
import { categoriesOf, isSettled, lockRequest, type RequestCategoryRow, updateRequestIf } from "./store";

/**
 * Ends a request once all its categories have settled, or, with `overdue`, with what it has: categories still under way
 * are left unsearched. Repeating it changes nothing.
 */
export async function finishRequest(ctx: Ctx, input: { requestId: string; round: number; overdue: boolean }): Promise<{ ended: boolean }> {
  const ended = await ctx.db.transaction(async (tx) => {
    const request = await lockRequest(tx, input.requestId);
    if (request?.status !== "processing" || request.round !== input.round) return false;
    const now = ctx.clock.now();
    const open = (await categoriesOf(tx, [request.id])).filter((row) => !isSettled(row));
    if (open.length > 0 && !input.overdue) return false;
    const unfinished = await endUnfinished(tx, ctx, request.id, "The request's time was over before this category was done. Retry asks it again.");
    const rows = await categoriesOf(tx, [request.id]);
    const status = finalStatus(rows);
    const note = noteOf(status, rows);
    await updateRequestIf(tx, request.id, ["processing"], { status, endedAt: now, note });
    await recordAudit(tx, ctx, {
      action: "request.end",
      entity: "request",
      entityId: request.id,
      before: { status: "processing" },
      after: { status, round: input.round, outcomes: Object.fromEntries(rows.map((row) => [row.slug, row.outcome])) },
    });
    await tellUnfinished(tx, ctx, unfinished);
    await tell(tx, ctx, request.id, "request.ended", { status, note }, String(input.round));
    await closeStream(tx, streamOf(request.id), now);
    return true;
  });
  if (ended)
    await ctx.events.send([{ id: `${input.requestId}:${input.round}:ended`, name: requestEnded.name, data: { requestId: input.requestId } }]);
  return { ended };
}

function noteOf(status: string, rows: readonly RequestCategoryRow[]): string | null {
  if (status === "completed") return null;
  const failed = rows.filter((row) => row.outcome === "failed").length;
  const unsearched = rows.filter((row) => row.outcome === "not_searched").length;
  const parts = [failed > 0 ? `${failed} failed` : "", unsearched > 0 ? `${unsearched} not searched` : ""].filter((part) => part !== "");
  return `${parts.join(", ")} of ${rows.length} categories. The others are kept; retry asks these again.`;
}
