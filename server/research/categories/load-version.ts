// A version of a category never changes once it is written, so each is read from the database once.
import { LRUCache } from "lru-cache";
import type { Queryable } from "@/db/client";
import { notFound } from "@/server/platform/errors";
import type { CategoryDefinition } from "./schema";
import { versionOf } from "./store";

/** Several packs of categories. */
const mostKept = 300;
const read = new WeakMap<Queryable, LRUCache<string, CategoryDefinition>>();

/** A category as it was in the version that a request keeps. Throws `not_found`. */
export async function loadCategoryVersion(db: Queryable, categoryId: string, version: number): Promise<CategoryDefinition> {
  const kept = read.get(db) ?? new LRUCache<string, CategoryDefinition>({ max: mostKept });
  read.set(db, kept);
  const key = `${categoryId}:${version}`;
  const known = kept.get(key);
  if (known) return known;
  const row = await versionOf(db, categoryId, version);
  if (!row) throw notFound("version of this category");
  kept.set(key, row.definition);
  return row.definition;
}
