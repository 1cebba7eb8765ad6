import type { Queryable } from "@/db/client";
import type { Override } from "./override/schema";
import { overridesByCategory } from "./override-store";

/** Every ruling by hand that was ever made in these categories, oldest first, by category id. */
export async function readRulings(db: Queryable, requestCategoryIds: readonly string[]): Promise<Map<string, Override[]>> {
  return overridesByCategory(db, requestCategoryIds);
}
