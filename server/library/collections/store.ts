import { and, asc, eq, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { collections, documents } from "@/db/schema/library";
import type { OwnerScope } from "@/server/platform/context";

export type Collection = { readonly id: string; readonly name: string; readonly documents: number };

const owned = (scope: OwnerScope, id: string) => and(eq(collections.ownerId, scope.ownerId), eq(collections.id, id));
const shelved = (scope: OwnerScope, name: string) => and(eq(documents.ownerId, scope.ownerId), eq(documents.collection, name));

/** The owner's collections by name, each with how many documents stand on it. */
export async function readCollections(db: Queryable, scope: OwnerScope): Promise<Collection[]> {
  return db
    .select({ id: collections.id, name: collections.name, documents: sql<number>`count(${documents.id})::int` })
    .from(collections)
    .leftJoin(documents, and(eq(documents.ownerId, collections.ownerId), eq(documents.collection, collections.name)))
    .where(eq(collections.ownerId, scope.ownerId))
    .groupBy(collections.id, collections.name)
    .orderBy(asc(sql`lower(${collections.name})`), asc(collections.id));
}

export async function readCollection(db: Queryable, scope: OwnerScope, id: string): Promise<{ id: string; name: string } | null> {
  const [row] = await db.select({ id: collections.id, name: collections.name }).from(collections).where(owned(scope, id));
  return row ?? null;
}

/** Whether the owner has a collection of that name, written in whatever case; `but` is left out. */
export async function isNameTaken(db: Queryable, scope: OwnerScope, name: string, but: string | null = null): Promise<boolean> {
  const rows = await db
    .select({ id: collections.id })
    .from(collections)
    .where(and(eq(collections.ownerId, scope.ownerId), eq(sql`lower(${collections.name})`, name.toLowerCase())));
  return rows.some(({ id }) => id !== but);
}

/** False when there is one of exactly that name. */
export async function insertCollection(tx: Tx, row: typeof collections.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(collections).values(row).onConflictDoNothing().returning({ id: collections.id });
  return rows.length > 0;
}

export async function renameRows(tx: Tx, scope: OwnerScope, id: string, from: string, to: string): Promise<void> {
  await tx.update(collections).set({ name: to }).where(owned(scope, id));
  await tx.update(documents).set({ collection: to }).where(shelved(scope, from));
}

/** Takes the collection away and its documents off it; how many there were. */
export async function removeCollection(tx: Tx, scope: OwnerScope, id: string, name: string): Promise<number> {
  const freed = await tx.update(documents).set({ collection: null }).where(shelved(scope, name)).returning({ id: documents.id });
  await tx.delete(collections).where(owned(scope, id));
  return freed.length;
}
