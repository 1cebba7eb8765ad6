import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { endUnfinished, tellUnfinished } from "./end-unfinished";
import { categoryRef, tell } from "./progress";
import { categoriesOf, isSettled, lockRequest, updateCategoryIf } from "./store";

/**
 * Claims queued categories, in order, until as many run as may run at a time; the ids of all that are claimed and have
 * not begun, so that a caller that died before it could start them may ask again. After the time in which categories may
 * start, what is queued ends unsearched instead.
 */
export async function claimCategories(ctx: Ctx, input: { requestId: string }): Promise<string[]> {
  const { parallelCategories, stopStartingMs } = config().research;
  return ctx.db.transaction(async (tx) => {
    const request = await lockRequest(tx, input.requestId);
    if (request?.status !== "processing" || !request.startedAt) return [];
    const rows = await categoriesOf(tx, [request.id]);
    const queued = rows.filter((row) => row.state === "queued" && row.startedAt === null);
    const running = rows.filter((row) => !isSettled(row)).length - queued.length;
    const now = ctx.clock.now();
    if (now.getTime() - request.startedAt.getTime() > stopStartingMs) {
      const waiting = new Set(queued.map((row) => row.id));
      const reason = "The time for starting categories was over. Retry asks it again.";
      await tellUnfinished(tx, ctx, await endUnfinished(tx, ctx, request.id, reason, (row) => waiting.has(row.id)));
      return [];
    }
    const claimed = rows.filter((row) => row.state === "queued" && row.startedAt !== null).map((row) => row.id);
    for (const row of queued.slice(0, Math.max(0, parallelCategories - running))) {
      const startedAt = now;
      const steps = [{ name: "ask" as const, startedAt: now.toISOString(), endedAt: null }];
      if (!(await updateCategoryIf(tx, row.id, ["queued"], { startedAt, steps }))) continue;
      await tell(tx, ctx, request.id, "category.started", { category: categoryRef(row) }, `${row.slug}:${row.round}`);
      claimed.push(row.id);
    }
    return claimed;
  });
}
