import { asc, eq, inArray } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { conflictOverrides } from "@/db/schema/editions";
import { users } from "@/db/schema/identity";
import type { Override } from "./override/schema";

type Row = typeof conflictOverrides.$inferSelect;

export async function insertOverride(tx: Tx, row: typeof conflictOverrides.$inferInsert): Promise<void> {
  await tx.insert(conflictOverrides).values(row);
}

/** All rulings of categories, oldest first, by category id. */
export async function overridesByCategory(db: Queryable, requestCategoryIds: readonly string[]): Promise<Map<string, Override[]>> {
  const found = new Map<string, Override[]>(requestCategoryIds.map((id) => [id, []]));
  if (requestCategoryIds.length === 0) return found;
  const rows = await db
    .select({ row: conflictOverrides, by: users.name })
    .from(conflictOverrides)
    .leftJoin(users, eq(users.id, conflictOverrides.ruledBy))
    .where(inArray(conflictOverrides.requestCategoryId, [...requestCategoryIds]))
    .orderBy(asc(conflictOverrides.id));
  for (const { row, by } of rows) found.get(row.requestCategoryId)?.push(overrideOf(row, by));
  return found;
}

/** The rows themselves, oldest first: what another edition carries on. */
export async function overrideRows(db: Queryable, requestId: string): Promise<Row[]> {
  return db.select().from(conflictOverrides).where(eq(conflictOverrides.requestId, requestId)).orderBy(asc(conflictOverrides.id));
}

function overrideOf(row: Row, by: string | null): Override {
  const { id, fingerprint, attribute, ruling, winner, sides, reason, at, carriedFrom } = row;
  return { id, fingerprint, attribute, ruling, winner, sides, reason, by, at: at.toISOString(), carried: carriedFrom !== null };
}
