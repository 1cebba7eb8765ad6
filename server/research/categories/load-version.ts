import type { Queryable } from "@/db/client";
import { notFound } from "@/server/platform/errors";
import type { CategoryDefinition } from "./schema";
import { versionOf } from "./store";

/** A category as it was in the version that a request keeps. Throws `not_found`. */
export async function loadCategoryVersion(db: Queryable, categoryId: string, version: number): Promise<CategoryDefinition> {
  const row = await versionOf(db, categoryId, version);
  if (!row) throw notFound("version of this category");
  return row.definition;
}
