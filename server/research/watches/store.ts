import { and, asc, count, desc, eq, inArray, isNull, lte, ne, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { notices, watches, watchRuns } from "@/db/schema/editions";
import { users } from "@/db/schema/identity";
import { requests } from "@/db/schema/research";
import type { OwnerScope } from "@/server/platform/context";

export type WatchRow = typeof watches.$inferSelect;
export type WatchRunRow = typeof watchRuns.$inferSelect;

/** False when the series is watched already. */
export async function insertWatch(tx: Tx, row: typeof watches.$inferInsert): Promise<boolean> {
  return (await tx.insert(watches).values(row).onConflictDoNothing().returning({ id: watches.id })).length > 0;
}

export async function findWatch(db: Queryable, scope: OwnerScope, id: string): Promise<WatchRow | null> {
  return (
    (
      await db
        .select()
        .from(watches)
        .where(and(eq(watches.id, id), eq(watches.ownerId, scope.ownerId)))
    )[0] ?? null
  );
}

/** The watch of a series that was not stopped. */
export async function findWatchOf(db: Queryable, scope: OwnerScope, seriesId: string): Promise<WatchRow | null> {
  const where = and(eq(watches.ownerId, scope.ownerId), eq(watches.seriesId, seriesId), ne(watches.state, "stopped"));
  return (await db.select().from(watches).where(where))[0] ?? null;
}

export async function listWatches(db: Queryable, scope: OwnerScope): Promise<WatchRow[]> {
  return db
    .select()
    .from(watches)
    .where(and(eq(watches.ownerId, scope.ownerId), ne(watches.state, "stopped")))
    .orderBy(desc(watches.createdAt), desc(watches.id));
}

/** How many watches an account keeps. Locks the account, so that two at a time do not both find room. */
export async function countWatches(tx: Tx, scope: OwnerScope): Promise<number> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, scope.ownerId)).for("update");
  const where = and(eq(watches.ownerId, scope.ownerId), ne(watches.state, "stopped"));
  return (await tx.select({ count: count() }).from(watches).where(where))[0]?.count ?? 0;
}

/** Changes the watch if it is in one of the states; whether it was. */
export async function updateWatchIf(
  tx: Tx,
  id: string,
  states: readonly WatchRow["state"][],
  change: Partial<typeof watches.$inferInsert>,
): Promise<WatchRow | null> {
  const where = and(eq(watches.id, id), inArray(watches.state, [...states]));
  return (await tx.update(watches).set(change).where(where).returning())[0] ?? null;
}

export async function dueWatches(db: Queryable, now: Date, limit: number): Promise<WatchRow[]> {
  return db
    .select()
    .from(watches)
    .where(and(eq(watches.state, "active"), lte(watches.nextAt, now)))
    .orderBy(asc(watches.nextAt), asc(watches.id))
    .limit(limit);
}

/** Moves a due watch on to its next time and takes the due one; false when somebody else has. */
export async function takeDue(tx: Tx, watch: WatchRow, dueAt: Date, next: Date, run: typeof watchRuns.$inferInsert): Promise<boolean> {
  const where = and(eq(watches.id, watch.id), eq(watches.state, "active"), eq(watches.nextAt, dueAt));
  const moved = await tx.update(watches).set({ nextAt: next }).where(where).returning({ id: watches.id });
  if (moved.length === 0) return false;
  return (await tx.insert(watchRuns).values(run).onConflictDoNothing().returning({ id: watchRuns.id })).length > 0;
}

/** Due times that were taken and not submitted yet, whoever took them. */
export async function takenRuns(db: Queryable, limit: number): Promise<WatchRunRow[]> {
  return db.select().from(watchRuns).where(eq(watchRuns.state, "taken")).orderBy(asc(watchRuns.id)).limit(limit);
}

/** A run with its watch; `approved` is whether its account may still ask. */
export async function findRun(db: Queryable, id: string): Promise<{ run: WatchRunRow; watch: WatchRow; approved: boolean } | null> {
  const [found] = await db
    .select({ run: watchRuns, watch: watches, status: users.status })
    .from(watchRuns)
    .innerJoin(watches, eq(watches.id, watchRuns.watchId))
    .innerJoin(users, eq(users.id, watches.ownerId))
    .where(eq(watchRuns.id, id));
  return found ? { run: found.run, watch: found.watch, approved: found.status === "approved" } : null;
}

export async function findRunOf(db: Queryable, requestId: string): Promise<{ run: WatchRunRow; watch: WatchRow } | null> {
  const [found] = await db
    .select({ run: watchRuns, watch: watches })
    .from(watchRuns)
    .innerJoin(watches, eq(watches.id, watchRuns.watchId))
    .where(eq(watchRuns.requestId, requestId));
  return found ?? null;
}

export async function updateRunIf(tx: Tx, id: string, state: WatchRunRow["state"], change: Partial<typeof watchRuns.$inferInsert>): Promise<boolean> {
  const where = and(eq(watchRuns.id, id), eq(watchRuns.state, state));
  return (await tx.update(watchRuns).set(change).where(where).returning({ id: watchRuns.id })).length > 0;
}

/** Requests of runs that have ended and were not told of; those erased since among them have none. */
export async function endedRuns(db: Queryable, limit: number): Promise<{ id: string; requestId: string | null }[]> {
  return db
    .select({ id: watchRuns.id, requestId: watchRuns.requestId })
    .from(watchRuns)
    .leftJoin(requests, eq(requests.id, watchRuns.requestId))
    .where(and(eq(watchRuns.state, "running"), sql`(${requests.id} is null or ${requests.endedAt} is not null)`))
    .orderBy(asc(watchRuns.id))
    .limit(limit);
}

/** Runs of watches, oldest first. */
export async function runsOf(db: Queryable, watchIds: readonly string[]): Promise<WatchRunRow[]> {
  if (watchIds.length === 0) return [];
  return db
    .select()
    .from(watchRuns)
    .where(inArray(watchRuns.watchId, [...watchIds]))
    .orderBy(asc(watchRuns.dueAt));
}

export async function insertNotice(tx: Tx, row: typeof notices.$inferInsert): Promise<boolean> {
  return (await tx.insert(notices).values(row).onConflictDoNothing().returning({ id: notices.id })).length > 0;
}

/** Notices of an account, newest first, with what they are about. */
export async function listNotices(db: Queryable, scope: OwnerScope, limit: number) {
  return db
    .select({ notice: notices, subject: requests.subject, packName: requests.packName })
    .from(notices)
    .innerJoin(requests, eq(requests.id, notices.requestId))
    .where(eq(notices.ownerId, scope.ownerId))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(limit);
}

export async function countNotices(db: Queryable, watchIds: readonly string[]): Promise<Map<string, number>> {
  if (watchIds.length === 0) return new Map();
  const rows = await db
    .select({ id: notices.watchId, count: count() })
    .from(notices)
    .where(inArray(notices.watchId, [...watchIds]))
    .groupBy(notices.watchId);
  return new Map(rows.flatMap(({ id, count }) => (id === null ? [] : [[id, count] as const])));
}

/** Marks notices as read, all unread ones of the account when none is named; how many were unread. */
export async function markRead(tx: Tx, scope: OwnerScope, ids: readonly string[] | null, at: Date): Promise<number> {
  const named = ids === null ? undefined : inArray(notices.id, [...ids]);
  const where = and(eq(notices.ownerId, scope.ownerId), isNull(notices.readAt), named);
  return (await tx.update(notices).set({ readAt: at }).where(where).returning({ id: notices.id })).length;
}
