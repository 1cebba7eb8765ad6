import { asc, eq, inArray } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { sentences } from "@/db/schema/research";

export type SentenceRow = typeof sentences.$inferSelect;

export async function replaceSentences(tx: Tx, requestCategoryId: string, rows: (typeof sentences.$inferInsert)[]): Promise<void> {
  await tx.delete(sentences).where(eq(sentences.requestCategoryId, requestCategoryId));
  if (rows.length > 0) await tx.insert(sentences).values(rows);
}

/** Sentences of many categories in reading order. */
export async function sentencesOf(db: Queryable, requestCategoryIds: readonly string[]): Promise<SentenceRow[]> {
  if (requestCategoryIds.length === 0) return [];
  return db
    .select()
    .from(sentences)
    .where(inArray(sentences.requestCategoryId, [...requestCategoryIds]))
    .orderBy(asc(sentences.requestCategoryId), asc(sentences.ordinal));
}
