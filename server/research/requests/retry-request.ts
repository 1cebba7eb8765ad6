import type { Ctx } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { lockEnded, reopenRequest, submittedEvent } from "./reopen-request";
import { categoriesOf } from "./store";
import { visibleRequest } from "./visible-request";

/** Asks again the categories of an ended request that failed, were blocked or were not searched. The others stay as they are. */
export async function retryRequest(ctx: Ctx, input: { id: string }): Promise<{ categories: number }> {
  const visible = await visibleRequest(ctx, input.id);
  const { count, round } = await ctx.db.transaction(async (tx) => {
    const request = await lockEnded(tx, visible);
    const rows = (await categoriesOf(tx, [request.id])).filter(
      (row) => row.outcome === "failed" || row.outcome === "blocked" || row.outcome === "not_searched",
    );
    if (rows.length === 0) throw new AppError("conflict", "No category of this request failed. Nothing was changed.");
    // A round of one provider that was broken off is taken up as what it was: the others have answered.
    const categories = rows.map((row) => ({ row, asksOnly: row.state === "cancelled" ? row.asksOnly : null }));
    return { count: rows.length, round: await reopenRequest(tx, ctx, { request, categories, action: "request.retry" }) };
  });
  await ctx.events.send([submittedEvent(visible.id, round)]);
  return { categories: count };
}
