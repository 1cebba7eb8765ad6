import { and, asc, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import type { Db, Queryable, Tx } from "@/db/client";
import { requestCategories, requests } from "@/db/schema/research";
import type { AdminScope, OwnerScope } from "@/server/platform/context";

export type RequestRow = typeof requests.$inferSelect;
export type RequestCategoryRow = typeof requestCategories.$inferSelect;
type CategoryState = RequestCategoryRow["state"];

export const openStatuses = ["pending", "processing"] as const;
/** A category in one of these is still to be worked on. */
export const unsettledStates = ["queued", "asking", "gathering", "verifying", "writing"] as const;

export async function insertRequest(tx: Tx, row: typeof requests.$inferInsert): Promise<boolean> {
  return (await tx.insert(requests).values(row).onConflictDoNothing().returning({ id: requests.id })).length > 0;
}

export async function insertCategories(tx: Tx, rows: (typeof requestCategories.$inferInsert)[]): Promise<void> {
  await tx.insert(requestCategories).values(rows);
}

export async function findByKey(db: Queryable, scope: OwnerScope, idempotencyKey: string): Promise<RequestRow | null> {
  const where = and(eq(requests.ownerId, scope.ownerId), eq(requests.idempotencyKey, idempotencyKey));
  return (await db.select().from(requests).where(where))[0] ?? null;
}

/** Requests whose key begins with `prefix`, newest first: how the command line finds an interrupted run of its own. */
export async function findByKeyPrefix(db: Queryable, scope: OwnerScope, prefix: string): Promise<RequestRow[]> {
  const where = and(eq(requests.ownerId, scope.ownerId), sql`starts_with(${requests.idempotencyKey}, ${prefix})`);
  return db.select().from(requests).where(where).orderBy(desc(requests.createdAt), desc(requests.id));
}

/** All editions of one subject that the owner asked for, oldest first. */
export async function findSeries(db: Queryable, scope: OwnerScope, seriesId: string): Promise<RequestRow[]> {
  return db
    .select()
    .from(requests)
    .where(and(eq(requests.ownerId, scope.ownerId), or(eq(requests.id, seriesId), eq(requests.seriesId, seriesId))))
    .orderBy(asc(requests.createdAt), asc(requests.id));
}

/** The owner's requests that have not ended. */
export async function findOpen(db: Queryable, scope: OwnerScope): Promise<RequestRow[]> {
  return db
    .select()
    .from(requests)
    .where(and(eq(requests.ownerId, scope.ownerId), inArray(requests.status, [...openStatuses])));
}

/** A request as its owner, an administrator (AdminScope) or the pipeline itself ("system") may see it. */
export async function findRequest(db: Queryable, scope: OwnerScope | AdminScope | "system", id: string): Promise<RequestRow | null> {
  const own = scope !== "system" && scope.__scope === "owner" ? eq(requests.ownerId, scope.ownerId) : undefined;
  return (
    (
      await db
        .select()
        .from(requests)
        .where(and(eq(requests.id, id), own))
    )[0] ?? null
  );
}

export async function listRequests(db: Queryable, scope: OwnerScope, page: { before: string | null; limit: number }): Promise<RequestRow[]> {
  const older = page.before ? lt(requests.id, page.before) : undefined;
  return db
    .select()
    .from(requests)
    .where(and(eq(requests.ownerId, scope.ownerId), older))
    .orderBy(desc(requests.id))
    .limit(page.limit);
}

/** Requests whose subject holds a text, in any case, newest first. */
export async function findBySubject(db: Queryable, scope: OwnerScope, text: string, limit: number): Promise<RequestRow[]> {
  return db
    .select()
    .from(requests)
    .where(and(eq(requests.ownerId, scope.ownerId), sql`strpos(lower(${requests.subject}), lower(${text})) > 0`))
    .orderBy(desc(requests.id))
    .limit(limit);
}

export async function categoriesOf(db: Queryable, requestIds: readonly string[]): Promise<RequestCategoryRow[]> {
  if (requestIds.length === 0) return [];
  return db
    .select()
    .from(requestCategories)
    .where(inArray(requestCategories.requestId, [...requestIds]))
    .orderBy(asc(requestCategories.requestId), asc(requestCategories.position));
}

export async function findCategory(db: Queryable, id: string): Promise<RequestCategoryRow | null> {
  return (await db.select().from(requestCategories).where(eq(requestCategories.id, id)))[0] ?? null;
}

/** A category and its request: what every step begins with, in one read. */
export async function findCategoryWithRequest(db: Queryable, id: string): Promise<{ category: RequestCategoryRow; request: RequestRow } | null> {
  const rows = await db
    .select({ category: requestCategories, request: requests })
    .from(requestCategories)
    .innerJoin(requests, eq(requests.id, requestCategories.requestId))
    .where(eq(requestCategories.id, id));
  return rows[0] ?? null;
}

/** Changes the request if it still is in one of the states; whether it was. */
export async function updateRequestIf(
  tx: Tx,
  id: string,
  statuses: readonly RequestRow["status"][],
  change: Partial<typeof requests.$inferInsert>,
): Promise<RequestRow | null> {
  const where = and(eq(requests.id, id), inArray(requests.status, [...statuses]));
  return (await tx.update(requests).set(change).where(where).returning())[0] ?? null;
}

/** Changes the category if it still is in one of the states; whether it was. */
export async function updateCategoryIf(
  tx: Tx,
  id: string,
  states: readonly CategoryState[],
  change: Partial<typeof requestCategories.$inferInsert>,
): Promise<RequestCategoryRow | null> {
  const where = and(eq(requestCategories.id, id), inArray(requestCategories.state, [...states]));
  return (await tx.update(requestCategories).set(change).where(where).returning())[0] ?? null;
}

/** Locks the request row, so that what follows in this transaction is done by one writer at a time. */
export async function lockRequest(tx: Tx, id: string): Promise<RequestRow | null> {
  return (await tx.select().from(requests).where(eq(requests.id, id)).for("update"))[0] ?? null;
}

/** Locks the category's row for the rest of the transaction. */
export async function lockCategory(tx: Tx, id: string): Promise<RequestCategoryRow | null> {
  return (await tx.select().from(requestCategories).where(eq(requestCategories.id, id)).for("update"))[0] ?? null;
}

/** Open requests in which nothing moved since `before`. An announced wait is no silence before it is over. */
export async function quietRequests(db: Db, before: Date): Promise<RequestRow[]> {
  const lastEvent = sql`(
    select max(at + make_interval(secs => coalesce((body->>'waitMs')::float8, 0) / 1000))
    from stream_event where stream_id = 'request:' || ${requests.id})`;
  return db
    .select()
    .from(requests)
    .where(
      and(inArray(requests.status, [...openStatuses]), sql`coalesce(${lastEvent}, ${requests.createdAt}) < ${before.toISOString()}::timestamptz`),
    )
    .orderBy(asc(requests.createdAt))
    .limit(50);
}

export function isOpenStatus(status: RequestRow["status"]): boolean {
  return openStatuses.some((open) => open === status);
}

export function isSettled(row: Pick<RequestCategoryRow, "state">): boolean {
  return row.state === "done" || row.state === "failed" || row.state === "cancelled";
}
