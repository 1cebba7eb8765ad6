import { and, asc, eq, gte, lte, or } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { documents, passages } from "@/db/schema/library";
import type { OwnerScope } from "@/server/platform/context";
import type { Passage } from "./core/chunk";

export type StoredPassage = typeof passages.$inferSelect;

const rowsPerInsert = 500;

/** Stores the passages of a document and returns their ids in order, ascending. */
export async function insertPassages(tx: Tx, documentId: string, text: string, cut: readonly Passage[]): Promise<number[]> {
  const ids: number[] = [];
  for (let at = 0; at < cut.length; at += rowsPerInsert) {
    const rows = cut.slice(at, at + rowsPerInsert).map(({ start, end, page, heading }, i) => {
      return { documentId, ordinal: at + i, startOffset: start, endOffset: end, page, heading, text: text.slice(start, end) };
    });
    const inserted = await tx.insert(passages).values(rows).returning({ id: passages.id, ordinal: passages.ordinal });
    ids.push(...inserted.sort((a, b) => a.ordinal - b.ordinal).map((row) => row.id));
  }
  return ids;
}

/** Passages of one of the owner's documents, in order; with a range only those that touch it. */
export async function readPassagesOf(
  db: Queryable,
  scope: OwnerScope,
  documentId: string,
  range?: { start: number; end: number },
): Promise<StoredPassage[]> {
  const rows = await db
    .select({ passage: passages })
    .from(passages)
    .innerJoin(documents, eq(documents.id, passages.documentId))
    .where(
      and(
        or(eq(documents.ownerId, scope.ownerId), eq(documents.visibility, "workspace")),
        eq(passages.documentId, documentId),
        range ? and(lte(passages.startOffset, range.end), gte(passages.endOffset, range.start)) : undefined,
      ),
    )
    .orderBy(asc(passages.ordinal));
  return rows.map((row) => row.passage);
}
