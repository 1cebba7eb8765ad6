// The price table: rows are added, never changed.
import { and, asc, desc, eq } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { providerPrices } from "@/db/schema/providers";

export type PriceRow = typeof providerPrices.$inferSelect;

export async function pricesOf(db: Queryable, provider: string, model: string): Promise<PriceRow[]> {
  const where = and(eq(providerPrices.provider, provider), eq(providerPrices.model, model));
  return db.select().from(providerPrices).where(where).orderBy(asc(providerPrices.version));
}

export async function allPrices(db: Queryable): Promise<PriceRow[]> {
  return db.select().from(providerPrices).orderBy(asc(providerPrices.provider), asc(providerPrices.model), desc(providerPrices.version));
}

/** Adds a version; false when somebody else took that number meanwhile. */
export async function insertPrice(tx: Tx, row: typeof providerPrices.$inferInsert): Promise<boolean> {
  return (await tx.insert(providerPrices).values(row).onConflictDoNothing().returning({ id: providerPrices.id })).length > 0;
}
