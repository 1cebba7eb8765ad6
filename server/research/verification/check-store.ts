import { and, asc, eq, inArray, lte, ne, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { snippetChecks, sourceChanges, sourceChecks } from "@/db/schema/evidence";
import { sources } from "@/db/schema/research";

export type CheckRow = typeof sourceChecks.$inferSelect;
export type SnippetCheckRow = typeof snippetChecks.$inferSelect;
export type ChangeRow = typeof sourceChanges.$inferSelect;

/** Plans the first look at sources; those that have one planned keep it. */
export async function planChecks(tx: Tx, rows: readonly (typeof sourceChecks.$inferInsert)[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(sourceChecks)
      .values([...rows])
      .onConflictDoNothing();
}

export async function checksOf(db: Queryable, sourceIds: readonly string[]): Promise<CheckRow[]> {
  if (sourceIds.length === 0) return [];
  return db
    .select()
    .from(sourceChecks)
    .where(inArray(sourceChecks.sourceId, [...sourceIds]));
}

export async function updateCheck(tx: Tx, sourceId: string, change: Partial<typeof sourceChecks.$inferInsert>): Promise<CheckRow | null> {
  const [row] = await tx.update(sourceChecks).set(change).where(eq(sourceChecks.sourceId, sourceId)).returning();
  return row ?? null;
}

/** Takes the sources that are due, the longest overdue first, and puts them off until the lease ends: nobody else takes them meanwhile. */
export async function takeDue(db: Queryable, now: Date, leaseEnds: Date, most: number): Promise<CheckRow[]> {
  const due = db
    .select({ id: sourceChecks.sourceId })
    .from(sourceChecks)
    .where(lte(sourceChecks.dueAt, now))
    .orderBy(asc(sourceChecks.dueAt))
    .limit(most)
    .for("update", { skipLocked: true });
  return db.update(sourceChecks).set({ dueAt: leaseEnds }).where(inArray(sourceChecks.sourceId, due)).returning();
}

/** What one request learned of a work, the others that cite it should learn soon. */
export async function hastenOthers(tx: Tx, sourceId: string, identityKey: string, now: Date): Promise<void> {
  const same = tx
    .select({ id: sources.id })
    .from(sources)
    .where(and(eq(sources.identityKey, identityKey), ne(sources.id, sourceId)));
  await tx
    .update(sourceChecks)
    .set({ dueAt: sql`least(${sourceChecks.dueAt}, ${now})` })
    .where(inArray(sourceChecks.sourceId, same));
}

export async function saveSnippetChecks(tx: Tx, rows: readonly SnippetCheckRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { sourceId, requestCategoryId, provider, snippetHash } = snippetChecks;
  await tx
    .insert(snippetChecks)
    .values([...rows])
    .onConflictDoUpdate({
      target: [sourceId, requestCategoryId, provider, snippetHash],
      set: {
        textHash: sql`excluded.text_hash`,
        state: sql`excluded.state`,
        found: sql`excluded.found`,
        shown: sql`excluded.shown`,
        at: sql`excluded.at`,
      },
    });
}

export async function snippetChecksOf(db: Queryable, sourceIds: readonly string[]): Promise<SnippetCheckRow[]> {
  if (sourceIds.length === 0) return [];
  return db
    .select()
    .from(snippetChecks)
    .where(inArray(snippetChecks.sourceId, [...sourceIds]))
    .orderBy(asc(snippetChecks.provider), asc(snippetChecks.snippetHash));
}

/** Adds changes that have not been told yet; those that were added. */
export async function insertChanges(tx: Tx, rows: readonly ChangeRow[]): Promise<ChangeRow[]> {
  if (rows.length === 0) return [];
  return tx
    .insert(sourceChanges)
    .values([...rows])
    .onConflictDoNothing()
    .returning();
}

export async function changesOf(db: Queryable, requestId: string): Promise<ChangeRow[]> {
  return db.select().from(sourceChanges).where(eq(sourceChanges.requestId, requestId)).orderBy(asc(sourceChanges.at), asc(sourceChanges.id));
}
