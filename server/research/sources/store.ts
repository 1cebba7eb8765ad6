import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { sourceMentions, sources } from "@/db/schema/research";

export type SourceRow = typeof sources.$inferSelect;
/** A source as it is written first. */
export type NewSource = Omit<SourceRow, "createdAt">;
export type MentionRow = typeof sourceMentions.$inferSelect;

export async function sourcesOfRequest(db: Queryable, requestId: string): Promise<SourceRow[]> {
  return db.select().from(sources).where(eq(sources.requestId, requestId)).orderBy(asc(sources.number));
}

export async function highestNumber(tx: Tx, requestId: string): Promise<number> {
  const [row] = await tx
    .select({ most: sql<number | null>`max(${sources.number})` })
    .from(sources)
    .where(eq(sources.requestId, requestId));
  return Number(row?.most ?? 0);
}

/** In one statement. */
export async function insertSources(tx: Tx, rows: readonly NewSource[]): Promise<void> {
  if (rows.length > 0) await tx.insert(sources).values([...rows]);
}

/** Replaces who brought what for one category. */
export async function replaceMentions(tx: Tx, requestCategoryId: string, rows: MentionRow[]): Promise<void> {
  await tx.delete(sourceMentions).where(eq(sourceMentions.requestCategoryId, requestCategoryId));
  if (rows.length > 0) await tx.insert(sourceMentions).values(rows);
}

export async function mentionsOf(db: Queryable, requestCategoryIds: readonly string[]): Promise<MentionRow[]> {
  if (requestCategoryIds.length === 0) return [];
  return db
    .select()
    .from(sourceMentions)
    .where(inArray(sourceMentions.requestCategoryId, [...requestCategoryIds]))
    .orderBy(asc(sourceMentions.provider), asc(sourceMentions.part));
}

/** Which texts each source of a request was brought in, each once. */
export async function textsOfRequest(db: Queryable, requestId: string): Promise<Pick<MentionRow, "sourceId" | "snapshotHash">[]> {
  return db
    .selectDistinct({ sourceId: sourceMentions.sourceId, snapshotHash: sourceMentions.snapshotHash })
    .from(sourceMentions)
    .innerJoin(sources, eq(sources.id, sourceMentions.sourceId))
    .where(eq(sources.requestId, requestId));
}

/** Writes what has become known of a source since it was met first. */
export async function updateSource(tx: Tx, id: string, change: Partial<typeof sources.$inferInsert>): Promise<void> {
  await tx.update(sources).set(change).where(eq(sources.id, id));
}

export async function sourcesOfCategory(db: Queryable, requestId: string, requestCategoryId: string): Promise<SourceRow[]> {
  const mentioned = db.select({ id: sourceMentions.sourceId }).from(sourceMentions).where(eq(sourceMentions.requestCategoryId, requestCategoryId));
  return db
    .select()
    .from(sources)
    .where(and(eq(sources.requestId, requestId), inArray(sources.id, mentioned)))
    .orderBy(asc(sources.number));
}

export async function sourcesById(db: Queryable, ids: readonly string[]): Promise<SourceRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(sources)
    .where(inArray(sources.id, [...ids]));
}

export async function mentionsOfSources(db: Queryable, sourceIds: readonly string[]): Promise<MentionRow[]> {
  if (sourceIds.length === 0) return [];
  return db
    .select()
    .from(sourceMentions)
    .where(inArray(sourceMentions.sourceId, [...sourceIds]))
    .orderBy(asc(sourceMentions.provider), asc(sourceMentions.part));
}

/** Says in which text the passages of one mention count from now on. */
export async function updateMention(tx: Tx, row: MentionRow): Promise<void> {
  const { sourceId, requestCategoryId, provider, part, snapshotHash, passages } = row;
  const same = [eq(sourceMentions.sourceId, sourceId), eq(sourceMentions.requestCategoryId, requestCategoryId)];
  await tx
    .update(sourceMentions)
    .set({ snapshotHash, passages })
    .where(and(...same, eq(sourceMentions.provider, provider), eq(sourceMentions.part, part)));
}
