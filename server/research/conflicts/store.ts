import { asc, eq, inArray } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { conflicts } from "@/db/schema/research";
import { newId } from "@/server/platform/ids";
import { overridesByCategory } from "./override-store";
import type { Conflict, DetectedConflict } from "./schema";

export type ConflictRow = typeof conflicts.$inferSelect;

export async function replaceConflicts(tx: Tx, requestCategoryId: string, found: readonly DetectedConflict[]): Promise<void> {
  await tx.delete(conflicts).where(eq(conflicts.requestCategoryId, requestCategoryId));
  if (found.length === 0) return;
  await tx
    .insert(conflicts)
    .values(
      found.map((detail) => ({ id: newId(), requestCategoryId, attribute: detail.attribute, kind: detail.kind, status: detail.status, detail })),
    );
}

export async function findConflict(db: Queryable, id: string): Promise<ConflictRow | null> {
  return (await db.select().from(conflicts).where(eq(conflicts.id, id)))[0] ?? null;
}

/** Writes what became of an entry; false when it is no longer there. */
export async function updateConflict(tx: Tx, id: string, detail: DetectedConflict): Promise<boolean> {
  return (await tx.update(conflicts).set({ detail, status: detail.status }).where(eq(conflicts.id, id)).returning({ id: conflicts.id })).length > 0;
}

/** Ledger entries of many categories, by category id, each with the ruling by hand that stands over it. */
export async function conflictsByCategory(db: Queryable, requestCategoryIds: readonly string[]): Promise<Map<string, Conflict[]>> {
  const found = new Map<string, Conflict[]>(requestCategoryIds.map((id) => [id, []]));
  if (requestCategoryIds.length === 0) return found;
  const rows = await db
    .select()
    .from(conflicts)
    .where(inArray(conflicts.requestCategoryId, [...requestCategoryIds]))
    .orderBy(asc(conflicts.id));
  const ruled = rows.filter((row) => row.detail.override !== undefined).map((row) => row.requestCategoryId);
  const rulings = new Map([...(await overridesByCategory(db, [...new Set(ruled)])).values()].flat().map((ruling) => [ruling.id, ruling]));
  for (const row of rows) {
    const { override, ...entry } = row.detail;
    const ruling = override && rulings.get(override.id);
    const applied = ruling && { ...override, by: ruling.by, at: ruling.at, reason: ruling.reason, carried: ruling.carried };
    found.get(row.requestCategoryId)?.push({ id: row.id, ...entry, ...(applied ? { override: applied } : {}) });
  }
  return found;
}
