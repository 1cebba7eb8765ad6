import { inArray, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { verifications } from "@/db/schema/research";

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
