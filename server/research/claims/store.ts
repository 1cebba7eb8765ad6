import { asc, eq, inArray } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { claims } from "@/db/schema/research";
import type { Claim } from "./schema";

export async function replaceClaims(tx: Tx, requestCategoryId: string, rows: readonly Claim[]): Promise<void> {
  await tx.delete(claims).where(eq(claims.requestCategoryId, requestCategoryId));
  if (rows.length === 0) return;
  await tx.insert(claims).values(
    rows.map(({ start, end, textHash, ...claim }) => ({
      ...claim,
      requestCategoryId,
      startOffset: start,
      endOffset: end,
      snapshotHash: textHash ?? null,
    })),
  );
}

/** Claims of many categories in the order they were found, by category id. */
export async function claimsByCategory(db: Queryable, requestCategoryIds: readonly string[]): Promise<Map<string, Claim[]>> {
  const found = new Map<string, Claim[]>(requestCategoryIds.map((id) => [id, []]));
  if (requestCategoryIds.length === 0) return found;
  const rows = await db
    .select()
    .from(claims)
    .where(inArray(claims.requestCategoryId, [...requestCategoryIds]))
    .orderBy(asc(claims.id));
  for (const { requestCategoryId, startOffset, endOffset, snapshotHash, ...claim } of rows)
    found
      .get(requestCategoryId)
      ?.push({ ...claim, start: startOffset, end: endOffset, ...(snapshotHash === null ? {} : { textHash: snapshotHash }) });
  return found;
}
