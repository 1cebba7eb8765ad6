// What every step of a category's run starts from: the request, its category row, and the definition it runs with.
import type { Queryable } from "@/db/client";
import { loadCategoryVersion } from "../categories/load-version";
import type { CategoryDefinition } from "../categories/schema";
import { findCategoryWithRequest, isSettled, type RequestCategoryRow, type RequestRow } from "./store";

export type CategoryRun = {
  readonly request: RequestRow;
  readonly category: RequestCategoryRow;
  readonly definition: CategoryDefinition;
};

/** The run, or null when it is no longer to be worked on: cancelled, ended, or taken up by a later round. */
export async function loadRun(db: Queryable, requestCategoryId: string, round: number): Promise<CategoryRun | null> {
  const found = await findCategoryWithRequest(db, requestCategoryId);
  if (!found) return null;
  const { category, request } = found;
  if (category.round !== round || isSettled(category) || request.status !== "processing") return null;
  return { request, category, definition: await loadCategoryVersion(db, category.categoryId, category.categoryVersion) };
}
