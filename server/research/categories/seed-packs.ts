// Shipped packs enter the database here and nowhere else. A category that a person ever edited is theirs: seeding leaves it as it is.
import { isDeepStrictEqual } from "node:util";
import type { Db, Tx } from "@/db/client";
import { recordAudit } from "@/server/audit/record";
import { type Clock, systemClock } from "@/server/platform/clock";
import { newId } from "@/server/platform/ids";
import type { CategoryDefinition, PackDefinition } from "./schema";
import {
  type CategoryRow,
  categoriesOf,
  changedByOthers,
  insertCategory,
  insertVersion,
  lockPack,
  type PackRow,
  raisePackVersion,
  replaceDefinition,
  updatePack,
} from "./store";

/** The author of shipped versions in `category_version.changed_by`. */
export const seedAuthor = "seed";

export type SeedResult = {
  /** Slugs of packs that were new, and `pack/category` of categories that were inserted, changed, or kept because a person edited them. */
  packsInserted: string[];
  inserted: string[];
  changed: string[];
  kept: string[];
};

/** Brings the shipped packs into the database, all or nothing; run again with the same packs it changes nothing. */
export async function seedPacks(db: Db, packs: readonly PackDefinition[], clock: Clock = systemClock): Promise<SeedResult> {
  return db.transaction(async (tx) => {
    const result: SeedResult = { packsInserted: [], inserted: [], changed: [], kept: [] };
    for (const [position, pack] of packs.entries()) await seedPack(tx, pack, position, clock, result);
    return result;
  });
}

async function seedPack(tx: Tx, pack: PackDefinition, position: number, clock: Clock, result: SeedResult): Promise<void> {
  const { slug, name, description, subjectNoun, subjectKind } = pack;
  const details = { name, description, subjectNoun, subjectKind, position };
  const { row, inserted } = await lockPack(tx, { id: newId(), slug, ...details });
  const before = result.inserted.length + result.changed.length;
  const existing = new Map((await categoriesOf(tx, row.id)).map((category) => [category.slug, category]));
  for (const definition of pack.categories) await seedCategory(tx, row, existing.get(definition.slug), definition, clock, result);
  const categoriesTouched = result.inserted.length + result.changed.length - before;
  if (inserted) {
    result.packsInserted.push(slug);
    await audit(tx, clock, "pack.seed", row.id, { version: 1, categories: categoriesTouched });
    return;
  }
  const stale = !isDeepStrictEqual(details, pick(row));
  if (stale) await updatePack(tx, row.id, details);
  if (stale || categoriesTouched > 0) {
    const version = await raisePackVersion(tx, row.id);
    await audit(tx, clock, "pack.reseed", row.id, { version, categories: categoriesTouched });
  }
}

async function seedCategory(
  tx: Tx,
  pack: PackRow,
  row: CategoryRow | undefined,
  definition: CategoryDefinition,
  clock: Clock,
  result: SeedResult,
): Promise<void> {
  const path = `${pack.slug}/${definition.slug}`;
  const at = clock.now();
  if (!row) {
    const { slug, name, priority, active } = definition;
    const id = newId();
    await insertCategory(tx, { id, packId: pack.id, slug, name, priority, active, definition, updatedAt: at });
    await insertVersion(tx, { categoryId: id, version: 1, definition, changedBy: seedAuthor, reason: null, at });
    result.inserted.push(path);
    return;
  }
  if (isDeepStrictEqual(asStored(definition), row.definition)) return;
  if (await changedByOthers(tx, row.id, seedAuthor)) {
    result.kept.push(path);
    return;
  }
  if (!(await replaceDefinition(tx, row.id, row.version, definition, at))) throw new Error(`Category ${path} changed while it was seeded.`);
  await insertVersion(tx, { categoryId: row.id, version: row.version + 1, definition, changedBy: seedAuthor, reason: null, at });
  result.changed.push(path);
}

async function audit(tx: Tx, clock: Clock, action: string, packId: string, after: Record<string, number>): Promise<void> {
  const ctx = { actor: { kind: "system", name: seedAuthor } as const, clock, requestId: newId() };
  await recordAudit(tx, ctx, { action, entity: "pack", entityId: packId, after });
}

function pick({ name, description, subjectNoun, subjectKind, position }: PackRow) {
  return { name, description, subjectNoun, subjectKind, position };
}

/** As JSON gives it back: without keys that are undefined. */
function asStored(definition: CategoryDefinition): unknown {
  return JSON.parse(JSON.stringify(definition));
}
