import type { Queryable } from "@/db/client";
import { standingAnswers } from "./core/standing-answers";
import { type AnswerRow, answerHeads, answersUpTo } from "./store";

export type { AnswerRow } from "./store";

/** The answers that stand for a category in a round, with their findings: a round that asks one provider keeps what the others answered before. */
export async function readAnswers(db: Queryable, requestCategoryId: string, round: number): Promise<AnswerRow[]> {
  return standingAnswers(await answersUpTo(db, requestCategoryId, round));
}

/** Every answer of a category up to a round, those that another took the place of as well. */
export async function readEveryAnswer(db: Queryable, requestCategoryId: string, round: number): Promise<AnswerRow[]> {
  return answersUpTo(db, requestCategoryId, round);
}

/** The answers of many categories, without findings and texts. */
export async function readAnswerHeads(db: Queryable, requestCategoryIds: readonly string[]): Promise<Omit<AnswerRow, "found" | "text">[]> {
  return answerHeads(db, requestCategoryIds);
}
