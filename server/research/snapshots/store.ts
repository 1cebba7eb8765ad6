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

export async function insertBodies(tx: Tx, bodies: ReadonlyMap<string, string>): Promise<void> {
  await tx
    .insert(snapshots)
    .values([...bodies].map(([hash, body]) => ({ hash, body })))
    .onConflictDoNothing();
}

export async function selectBodies(db: Queryable, hashes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select()
    .from(snapshots)
    .where(inArray(snapshots.hash, [...hashes]));
  return new Map(rows.map((row) => [row.hash, row.body]));
}
