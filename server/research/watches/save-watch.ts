import { recordAudit } from "@/server/audit/record";
import { type Ctx, ownerScope } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { newId } from "@/server/platform/ids";
import { seriesOf } from "../requests/core/series";
import { visibleRequest } from "../requests/visible-request";
import { nextDue } from "./core/schedule";
import { type Interval, mostWatches } from "./schema";
import { countWatches, findWatchOf, insertWatch, updateWatchIf } from "./store";

type SaveWatch = {
  readonly requestId: string;
  readonly interval: Interval;
  /** What all runs may spend in a month; null: no cap of their own; not named, it stays. */
  readonly monthlyCapUsd?: number | null | undefined;
};

/** Watches the subject of an own request, or changes how often it is watched and for how much. What is paused goes on. */
export async function saveWatch(ctx: Ctx, input: SaveWatch): Promise<{ id: string; nextAt: string }> {
  const request = await visibleRequest(ctx, input.requestId);
  // Every run spends the owner's money: nobody else sets it going.
  if (ctx.actor.kind !== "user" || ctx.actor.userId !== request.ownerId) throw notFound("request");
  const scope = ownerScope(request.ownerId);
  const seriesId = seriesOf(request);
  const { interval, monthlyCapUsd } = input;
  const now = ctx.clock.now();
  const nextAt = nextDue(interval, now, now);
  const change = {
    interval,
    anchorAt: now,
    nextAt,
    state: "active" as const,
    note: null,
    changedAt: now,
    ...(monthlyCapUsd === undefined ? {} : { monthlyCapUsd }),
  };
  const id = await ctx.db.transaction(async (tx) => {
    const kept = await countWatches(tx, scope);
    const known = await findWatchOf(tx, scope, seriesId);
    if (!known && kept >= mostWatches) {
      throw new AppError("conflict", `An account watches at most ${mostWatches} subjects. Stop watching another one first.`);
    }
    const watch = known ?? { id: newId(), interval: null, state: null };
    if (known) await updateWatchIf(tx, known.id, ["active", "paused"], change);
    else await insertWatch(tx, { id: watch.id, ownerId: scope.ownerId, seriesId, ...change, createdAt: now });
    await recordAudit(tx, ctx, {
      action: known ? "watch.change" : "watch.start",
      entity: "watch",
      entityId: watch.id,
      before: known ? { interval: known.interval, state: known.state } : null,
      after: { series: seriesId, interval, state: "active", nextAt: nextAt.toISOString(), ...(monthlyCapUsd === undefined ? {} : { monthlyCapUsd }) },
    });
    return watch.id;
  });
  return { id, nextAt: nextAt.toISOString() };
}
