import type { Queryable } from "@/db/client";
import type { Conflict } from "./schema";
import { conflictsByCategory } from "./store";

/** Ledger entries of many categories, by category id. */
export async function readConflicts(db: Queryable, requestCategoryIds: readonly string[]): Promise<Map<string, Conflict[]>> {
  return conflictsByCategory(db, requestCategoryIds);
}
