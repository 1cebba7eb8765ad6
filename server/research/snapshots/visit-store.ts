import { and, desc, eq, gte, inArray, isNotNull, lt, notExists } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { pageVisits, rawBodies } from "@/db/schema/evidence";
import type { Visit } from "./schema";

export type VisitRow = typeof pageVisits.$inferSelect;

/**
 * In order of the hash, so that two who store the same bodies never wait for each other in a circle. One that is there becomes as young as its newest
 * visit, so that a sweep that has just found it without one lets it be.
 */
export async function insertRawBody(tx: Tx, row: { hash: string; data: Uint8Array; size: number; createdAt: Date }): Promise<void> {
  await tx
    .insert(rawBodies)
    .values(row)
    .onConflictDoUpdate({ target: rawBodies.hash, set: { createdAt: row.createdAt } });
}

/** Removes bodies from before a moment that no visit has, `limit` at most; how many. */
export async function deleteUnvisited(db: Queryable, before: Date, limit: number): Promise<number> {
  const visited = db.select({ hash: pageVisits.bodyHash }).from(pageVisits).where(eq(pageVisits.bodyHash, rawBodies.hash));
  const unvisited = db
    .select({ hash: rawBodies.hash })
    .from(rawBodies)
    .where(and(lt(rawBodies.createdAt, before), notExists(visited)))
    .limit(limit);
  // The moment stands outside too: a body that was met again meanwhile is looked at once more when its lock is free.
  const where = and(inArray(rawBodies.hash, unvisited), lt(rawBodies.createdAt, before));
  return (await db.delete(rawBodies).where(where).returning({ hash: rawBodies.hash })).length;
}

export async function selectRawBody(db: Queryable, hash: string): Promise<{ data: Uint8Array; size: number } | null> {
  const [row] = await db.select({ data: rawBodies.data, size: rawBodies.size }).from(rawBodies).where(eq(rawBodies.hash, hash));
  return row ?? null;
}

export async function insertVisit(tx: Tx, sourceId: string, { at, ...visit }: Visit): Promise<void> {
  await tx.insert(pageVisits).values({ ...visit, sourceId, at: new Date(at) });
}

/** Visits of the sources, newest first. */
export async function visitsOf(db: Queryable, sourceIds: readonly string[]): Promise<VisitRow[]> {
  if (sourceIds.length === 0) return [];
  return db
    .select()
    .from(pageVisits)
    .where(inArray(pageVisits.sourceId, [...sourceIds]))
    .orderBy(desc(pageVisits.at), desc(pageVisits.id));
}

/** The newest visit to the address since then that somebody answered, for whichever source it was made. */
export async function recentVisit(db: Queryable, url: string, since: Date): Promise<VisitRow | null> {
  const [row] = await db
    .select()
    .from(pageVisits)
    .where(and(eq(pageVisits.url, url), gte(pageVisits.at, since), isNotNull(pageVisits.status)))
    .orderBy(desc(pageVisits.at), desc(pageVisits.id))
    .limit(1);
  return row ?? null;
}

export function visitOf({ sourceId: _sourceId, at, ...row }: VisitRow): Visit {
  return { ...row, at: at.toISOString() };
}
