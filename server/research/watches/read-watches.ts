import type { Queryable } from "@/db/client";
import { type Ctx, type OwnerScope, ownerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { seriesOf } from "../requests/core/series";
import { readSeries } from "../requests/read-series";
import { visibleRequest } from "../requests/visible-request";
import { toUsd } from "../spending/core/money";
import { watchCap } from "../spending/watch-cap";
import type { Notice, Watch } from "./schema";
import { countNotices, findWatchOf, listNotices, listWatches, markRead, runsOf, type WatchRow } from "./store";

/** What a page shows; older ones are in the editions themselves. */
const mostNotices = 50;

/** The actor's watches, newest first. */
export async function readWatches(ctx: Pick<Ctx, "db" | "actor" | "clock">): Promise<Watch[]> {
  const scope = ownScope(ctx);
  return described(ctx.db, await listWatches(ctx.db, scope), ctx.clock.now());
}

/** The watch on the series of a request; null where there is none or it is somebody else's. */
export async function readWatch(ctx: Pick<Ctx, "db" | "actor" | "clock">, input: { requestId: string }): Promise<Watch | null> {
  const request = await visibleRequest(ctx, input.requestId);
  const watch = await findWatchOf(ctx.db, ownScope(ctx), seriesOf(request));
  return watch ? ((await described(ctx.db, [watch], ctx.clock.now()))[0] ?? null) : null;
}

/** What the actor was told, newest first. */
export async function readNotices(ctx: Pick<Ctx, "db" | "actor">): Promise<Notice[]> {
  const rows = await listNotices(ctx.db, ownScope(ctx), mostNotices);
  return rows.map(({ notice: { id, requestId, previousId, counts, createdAt, readAt }, subject, packName }) => ({
    id,
    requestId,
    previousId,
    subject,
    packName,
    counts,
    at: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }));
}

/** Marks notices of the actor as read: those named, or all. */
export async function markNoticesRead(ctx: Pick<Ctx, "db" | "actor" | "clock">, input: { ids: readonly string[] | null }): Promise<{ read: number }> {
  const scope = ownScope(ctx);
  return { read: await ctx.db.transaction((tx) => markRead(tx, scope, input.ids, ctx.clock.now())) };
}

async function described(db: Queryable, rows: readonly WatchRow[], now: Date): Promise<Watch[]> {
  const ids = rows.map((row) => row.id);
  const runs = Map.groupBy(await runsOf(db, ids), (run) => run.watchId);
  const told = await countNotices(db, ids);
  const found: Watch[] = [];
  for (const row of rows) {
    const newest = (await readSeries(db, { id: row.seriesId, seriesId: row.seriesId, ownerId: row.ownerId })).at(-1);
    if (!newest) continue;
    const own = runs.get(row.id) ?? [];
    const cap = await watchCap(db, row.id, now);
    found.push({
      id: row.id,
      requestId: newest.id,
      subject: newest.subject,
      packName: newest.packName,
      interval: row.interval,
      state: row.state,
      capUsd: newest.capUsd,
      month: cap && { capUsd: cap.capUsd, usd: toUsd(cap.sums.spentTicks) },
      nextAt: row.nextAt?.toISOString() ?? null,
      note: row.note ?? own.at(-1)?.note ?? null,
      since: row.createdAt.toISOString(),
      runs: own.filter((run) => run.requestId !== null).length,
      told: told.get(row.id) ?? 0,
    });
  }
  return found;
}

function ownScope({ actor }: Pick<Ctx, "actor">): OwnerScope {
  if (actor.kind !== "user") throw new AppError("forbidden", "Only an account watches anything.");
  return ownerScope(actor.userId);
}
