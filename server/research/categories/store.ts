// Packs, their categories and every version a category had.
import { and, asc, count, desc, eq, ne, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { categories, categoryVersions, packs } from "@/db/schema/packs";
import type { CategoryDefinition } from "./schema";

export type PackRow = typeof packs.$inferSelect;
export type CategoryRow = typeof categories.$inferSelect;
export type VersionRow = typeof categoryVersions.$inferSelect;

export async function allPacks(db: Queryable): Promise<PackRow[]> {
  return db.select().from(packs).orderBy(asc(packs.position), asc(packs.slug));
}

export async function packBySlug(db: Queryable, slug: string): Promise<PackRow | null> {
  return (await db.select().from(packs).where(eq(packs.slug, slug)).limit(1))[0] ?? null;
}

/** Inserts the pack unless its slug exists, then locks its row: writers of one pack follow each other. */
export async function lockPack(tx: Tx, pack: typeof packs.$inferInsert): Promise<{ row: PackRow; inserted: boolean }> {
  const inserted = await tx.insert(packs).values(pack).onConflictDoNothing({ target: packs.slug }).returning({ id: packs.id });
  const [row] = await tx.select().from(packs).where(eq(packs.slug, pack.slug)).for("update");
  if (!row) throw new Error(`Pack ${pack.slug} was neither inserted nor found.`);
  return { row, inserted: inserted.length > 0 };
}

export async function updatePack(tx: Tx, id: string, change: Partial<typeof packs.$inferInsert>): Promise<void> {
  await tx.update(packs).set(change).where(eq(packs.id, id));
}

/** Counts a change of the pack or of one of its categories; the new version. */
export async function raisePackVersion(tx: Tx, id: string): Promise<number> {
  const [row] = await tx
    .update(packs)
    .set({ version: sql`${packs.version} + 1` })
    .where(eq(packs.id, id))
    .returning({ version: packs.version });
  if (!row) throw new Error(`Pack ${id} is gone.`);
  return row.version;
}

/** Categories in the order in which they run. */
export async function categoriesOf(db: Queryable, packId: string): Promise<CategoryRow[]> {
  return db.select().from(categories).where(eq(categories.packId, packId)).orderBy(asc(categories.priority), asc(categories.slug));
}

export async function categoryById(db: Queryable, id: string): Promise<CategoryRow | null> {
  return (await db.select().from(categories).where(eq(categories.id, id)).limit(1))[0] ?? null;
}

export async function insertCategory(tx: Tx, row: typeof categories.$inferInsert): Promise<void> {
  await tx.insert(categories).values(row);
}

/** Writes a definition over the version that the writer saw; false when somebody else changed it meanwhile. */
export async function replaceDefinition(tx: Tx, id: string, seen: number, definition: CategoryDefinition, at: Date): Promise<boolean> {
  const { name, priority, active } = definition;
  const changed = await tx
    .update(categories)
    .set({ definition, name, priority, active, version: seen + 1, updatedAt: at })
    .where(and(eq(categories.id, id), eq(categories.version, seen)))
    .returning({ id: categories.id });
  return changed.length > 0;
}

export async function insertVersion(tx: Tx, row: typeof categoryVersions.$inferInsert): Promise<void> {
  await tx.insert(categoryVersions).values(row);
}

export async function versionOf(db: Queryable, categoryId: string, version: number): Promise<VersionRow | null> {
  const where = and(eq(categoryVersions.categoryId, categoryId), eq(categoryVersions.version, version));
  return (await db.select().from(categoryVersions).where(where).limit(1))[0] ?? null;
}

/** Whether anybody but `author` ever changed the category. */
export async function changedByOthers(db: Queryable, categoryId: string, author: string): Promise<boolean> {
  const where = and(eq(categoryVersions.categoryId, categoryId), ne(categoryVersions.changedBy, author));
  const [row] = await db.select({ n: count() }).from(categoryVersions).where(where);
  return (row?.n ?? 0) > 0;
}

/** The newest versions of a category without their definitions, at most 100. */
export async function versionHeads(db: Queryable, categoryId: string): Promise<Omit<VersionRow, "definition">[]> {
  const { categoryId: id, version, changedBy, reason, at } = categoryVersions;
  return db
    .select({ categoryId: id, version, changedBy, reason, at })
    .from(categoryVersions)
    .where(eq(id, categoryId))
    .orderBy(desc(version))
    .limit(100);
}
