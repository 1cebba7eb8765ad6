import type { Queryable } from "@/db/client";
import type { Claim } from "./schema";
import { claimsByCategory } from "./store";

/** Claims of many categories in the order they were found, by category id. */
export async function readClaims(db: Queryable, requestCategoryIds: readonly string[]): Promise<Map<string, Claim[]>> {
  return claimsByCategory(db, requestCategoryIds);
}
