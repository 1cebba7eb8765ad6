import { and, eq, inArray, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { sourceMentions, verifications } from "@/db/schema/research";

export type VerificationRow = typeof verifications.$inferSelect;

/** Stores rungs; one that is stored already is replaced by the newer look. */
export async function saveRungs(tx: Tx, rows: readonly VerificationRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(verifications)
    .values([...rows])
    .onConflictDoUpdate({
      target: [verifications.sourceId, verifications.requestCategoryId, verifications.rung],
      set: { state: sql`excluded.state`, method: sql`excluded.method`, reason: sql`excluded.reason`, at: sql`excluded.at` },
    });
}

export async function rungsOf(db: Queryable, sourceIds: readonly string[]): Promise<VerificationRow[]> {
  if (sourceIds.length === 0) return [];
  return db
    .select()
    .from(verifications)
    .where(inArray(verifications.sourceId, [...sourceIds]));
}

/** The rungs that the sources of a category have on their own. */
export async function ownRungsOf(db: Queryable, requestCategoryId: string): Promise<Pick<VerificationRow, "sourceId" | "rung" | "state">[]> {
  const mentioned = db.select({ id: sourceMentions.sourceId }).from(sourceMentions).where(eq(sourceMentions.requestCategoryId, requestCategoryId));
  const { sourceId, rung, state } = verifications;
  return db
    .select({ sourceId, rung, state })
    .from(verifications)
    .where(and(inArray(sourceId, mentioned), eq(verifications.requestCategoryId, "")));
}
