import type { Queryable } from "@/db/client";
import { type AnswerRow, answerHeads, answersOf } from "./store";

export type { AnswerRow } from "./store";

/** The answers of one round of a category with their findings. */
export async function readAnswers(db: Queryable, requestCategoryId: string, round: number): Promise<AnswerRow[]> {
  return answersOf(db, requestCategoryId, round);
}

/** The answers of many categories, without findings and texts. */
export async function readAnswerHeads(db: Queryable, requestCategoryIds: readonly string[]): Promise<Omit<AnswerRow, "found" | "text">[]> {
  return answerHeads(db, requestCategoryIds);
}
