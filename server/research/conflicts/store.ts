import { asc, eq, inArray } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { conflicts } from "@/db/schema/research";
import { newId } from "@/server/platform/ids";
import type { Conflict, DetectedConflict } from "./schema";

export async function replaceConflicts(tx: Tx, requestCategoryId: string, found: readonly DetectedConflict[]): Promise<void> {
  await tx.delete(conflicts).where(eq(conflicts.requestCategoryId, requestCategoryId));
  if (found.length === 0) return;
  await tx
    .insert(conflicts)
    .values(
      found.map((detail) => ({ id: newId(), requestCategoryId, attribute: detail.attribute, kind: detail.kind, status: detail.status, detail })),
    );
}

/** Ledger entries of many categories, by category id. */
export async function conflictsByCategory(db: Queryable, requestCategoryIds: readonly string[]): Promise<Map<string, Conflict[]>> {
  const found = new Map<string, Conflict[]>(requestCategoryIds.map((id) => [id, []]));
  if (requestCategoryIds.length === 0) return found;
  const rows = await db
    .select()
    .from(conflicts)
    .where(inArray(conflicts.requestCategoryId, [...requestCategoryIds]))
    .orderBy(asc(conflicts.id));
  for (const row of rows) found.get(row.requestCategoryId)?.push({ id: row.id, ...row.detail });
  return found;
}
