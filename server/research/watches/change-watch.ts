import { recordAudit } from "@/server/audit/record";
import { type Ctx, ownerScope } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { nextDue } from "./core/schedule";
import { findWatch, updateWatchIf, type WatchRow } from "./store";

type Action = "pause" | "resume" | "stop";

const from: Record<Action, readonly WatchRow["state"][]> = { pause: ["active"], resume: ["paused"], stop: ["active", "paused"] };
const to: Record<Action, WatchRow["state"]> = { pause: "paused", resume: "active", stop: "stopped" };

/** Pauses an own watch, lets it go on, or stops it for good. A run that is under way goes on to its end and is told of. */
export async function changeWatch(
  ctx: Ctx,
  input: { watchId: string; action: Action },
): Promise<{ state: WatchRow["state"]; nextAt: string | null }> {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "Only an account watches anything.");
  const watch = await findWatch(ctx.db, ownerScope(ctx.actor.userId), input.watchId);
  if (!watch) throw notFound("watch");
  const state = to[input.action];
  const now = ctx.clock.now();
  const nextAt = state === "active" ? nextDue(watch.interval, watch.anchorAt, now) : null;
  const changed = await ctx.db.transaction(async (tx) => {
    const row = await updateWatchIf(tx, watch.id, from[input.action], { state, nextAt, note: null, changedAt: now });
    if (!row) return false;
    await recordAudit(tx, ctx, {
      action: `watch.${input.action}`,
      entity: "watch",
      entityId: watch.id,
      before: { state: watch.state },
      after: { state },
    });
    return true;
  });
  if (!changed) throw new AppError("conflict", `This watch is ${watch.state} already. Nothing was changed.`);
  return { state, nextAt: nextAt?.toISOString() ?? null };
}
