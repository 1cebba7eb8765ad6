import type { Queryable } from "@/db/client";
import { categoriesOf, type RequestCategoryRow } from "./store";

export type { RequestCategoryRow, RequestRow } from "./store";

/** Categories of requests, by request and position. */
export async function readRequestCategories(db: Queryable, requestIds: readonly string[]): Promise<RequestCategoryRow[]> {
  return categoriesOf(db, requestIds);
}
