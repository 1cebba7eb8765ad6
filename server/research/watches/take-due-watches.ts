import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { nextDue } from "./core/schedule";
import { dueWatches, takeDue, takenRuns } from "./store";

/** More than these wait for the next tick, so that a start after a long pause is no flood. */
const atOnce = 20;

/**
 * Takes every due time of a watch once, whoever else looks at the same moment; the ids of what is to be submitted now, those included that somebody
 * took and was killed over. Of the times that were missed only one is made up for.
 */
export async function takeDueWatches(ctx: Ctx): Promise<string[]> {
  const now = ctx.clock.now();
  for (const watch of await dueWatches(ctx.db, now, atOnce)) {
    const dueAt = watch.nextAt;
    if (!dueAt) continue;
    const run = { id: newId(), watchId: watch.id, dueAt, state: "taken" as const, createdAt: now };
    await ctx.db.transaction(async (tx) => {
      if (!(await takeDue(tx, watch, dueAt, nextDue(watch.interval, watch.anchorAt, now), run))) return;
      await recordAudit(tx, ctx, { action: "watch.due", entity: "watch", entityId: watch.id, after: { run: run.id, dueAt: dueAt.toISOString() } });
    });
  }
  return (await takenRuns(ctx.db, atOnce)).map((run) => run.id);
}
