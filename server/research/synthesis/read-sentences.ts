import type { Queryable } from "@/db/client";
import { type SentenceRow, sentencesOf } from "./store";

export type { SentenceRow } from "./store";

/** Sentences of many categories in reading order, published and withheld. */
export async function readSentences(db: Queryable, requestCategoryIds: readonly string[]): Promise<SentenceRow[]> {
  return sentencesOf(db, requestCategoryIds);
}
