import { inArray } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { snapshots } from "@/db/schema/research";

export async function knownHashes(db: Queryable, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ hash: snapshots.hash })
    .from(snapshots)
    .where(inArray(snapshots.hash, [...hashes]));
  return new Set(rows.map((row) => row.hash));
}

/** In order of their hashes: two transactions that store the same texts wait for each other one way only. */
export async function insertBodies(tx: Tx, bodies: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...bodies].map(([hash, body]) => ({ hash, body })).sort((a, b) => (a.hash < b.hash ? -1 : 1));
  await tx.insert(snapshots).values(rows).onConflictDoNothing();
}

export async function selectBodies(db: Queryable, hashes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select()
    .from(snapshots)
    .where(inArray(snapshots.hash, [...hashes]));
  return new Map(rows.map((row) => [row.hash, row.body]));
}
