// Switches and open breakers.
import { and, count, eq, or } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { providerBreakers, providerCalls, providerSettings } from "@/db/schema/providers";

export type SettingRow = typeof providerSettings.$inferSelect;
export type BreakerRow = typeof providerBreakers.$inferSelect;

export async function allSettings(db: Queryable): Promise<SettingRow[]> {
  return db.select().from(providerSettings);
}

export async function settingOf(db: Queryable, provider: string): Promise<SettingRow | null> {
  return (await db.select().from(providerSettings).where(eq(providerSettings.provider, provider)))[0] ?? null;
}

/** Writes a switch over the version the writer saw, 0 where there was none; false when somebody else changed it meanwhile. */
export async function writeSetting(tx: Tx, seen: number, row: Omit<SettingRow, "version">): Promise<boolean> {
  const next = { ...row, version: seen + 1 };
  if (seen === 0) {
    return (await tx.insert(providerSettings).values(next).onConflictDoNothing().returning({ provider: providerSettings.provider })).length > 0;
  }
  const where = and(eq(providerSettings.provider, row.provider), eq(providerSettings.version, seen));
  return (await tx.update(providerSettings).set(next).where(where).returning({ provider: providerSettings.provider })).length > 0;
}

/** The switch and the open breaker of a provider, in one read. */
export async function standingOf(db: Queryable, provider: string): Promise<{ setting: SettingRow | null; breaker: BreakerRow | null }> {
  const [row] = await db
    .select({ setting: providerSettings, breaker: providerBreakers })
    .from(providerSettings)
    .fullJoin(providerBreakers, eq(providerBreakers.provider, providerSettings.provider))
    .where(or(eq(providerSettings.provider, provider), eq(providerBreakers.provider, provider)));
  return { setting: row?.setting ?? null, breaker: row?.breaker ?? null };
}

export async function allBreakers(db: Queryable): Promise<BreakerRow[]> {
  return db.select().from(providerBreakers);
}

export async function breakerOf(db: Queryable, provider: string): Promise<BreakerRow | null> {
  return (await db.select().from(providerBreakers).where(eq(providerBreakers.provider, provider)))[0] ?? null;
}

export async function writeBreaker(db: Queryable, row: BreakerRow): Promise<void> {
  await db.insert(providerBreakers).values(row).onConflictDoUpdate({ target: providerBreakers.provider, set: row });
}

export async function removeBreaker(db: Queryable, provider: string): Promise<void> {
  await db.delete(providerBreakers).where(eq(providerBreakers.provider, provider));
}

/** How many calls for an answer have come back. */
export async function endedCalls(db: Queryable, answerId: string): Promise<number> {
  const [row] = await db
    .select({ ended: count() })
    .from(providerCalls)
    .where(and(eq(providerCalls.answerId, answerId), eq(providerCalls.state, "settled")));
  return row?.ended ?? 0;
}
