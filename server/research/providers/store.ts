import { and, asc, avg, eq, inArray, isNotNull, lte, ne, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { answers, requestCategories } from "@/db/schema/research";

export type AnswerRow = typeof answers.$inferSelect;

export async function findAnswer(db: Queryable, requestCategoryId: string, provider: string, round: number): Promise<AnswerRow | null> {
  const where = and(eq(answers.requestCategoryId, requestCategoryId), eq(answers.provider, provider), eq(answers.round, round));
  return (await db.select().from(answers).where(where))[0] ?? null;
}

/** Inserts an answer unless there is one of its category, provider and round; the new row, or null. */
export async function insertAnswer(tx: Tx, row: typeof answers.$inferInsert): Promise<AnswerRow | null> {
  return (await tx.insert(answers).values(row).onConflictDoNothing().returning())[0] ?? null;
}

/** Answers of categories that are still waited for. */
export async function openAnswers(tx: Tx, requestCategoryIds: readonly string[]): Promise<AnswerRow[]> {
  if (requestCategoryIds.length === 0) return [];
  const where = and(inArray(answers.requestCategoryId, [...requestCategoryIds]), eq(answers.status, "asking"));
  return tx.select().from(answers).where(where).orderBy(asc(answers.requestCategoryId), asc(answers.provider));
}

export async function countAttempt(tx: Tx, id: string, attempts: number): Promise<void> {
  await tx.update(answers).set({ attempts }).where(eq(answers.id, id));
}

/** Keeps why the last try failed while the next one is waited for. */
export async function noteFailure(tx: Tx, id: string, error: NonNullable<AnswerRow["error"]>): Promise<void> {
  await tx
    .update(answers)
    .set({ error })
    .where(and(eq(answers.id, id), eq(answers.status, "asking")));
}

/** Ends an answer that is still being waited for; whether it was. */
export async function endAnswer(tx: Tx, id: string, change: Partial<typeof answers.$inferInsert>): Promise<boolean> {
  const where = and(eq(answers.id, id), eq(answers.status, "asking"));
  return (await tx.update(answers).set(change).where(where).returning({ id: answers.id })).length > 0;
}

/** Writes what an answer cost after all; one that is waited for gets its cost when it ends. */
export async function correctCost(tx: Tx, id: string, cost: NonNullable<AnswerRow["cost"]>): Promise<void> {
  await tx
    .update(answers)
    .set({ cost })
    .where(and(eq(answers.id, id), ne(answers.status, "asking")));
}

/** The answers of a category up to a round, by provider and round. */
export async function answersUpTo(db: Queryable, requestCategoryId: string, round: number): Promise<AnswerRow[]> {
  const where = and(eq(answers.requestCategoryId, requestCategoryId), lte(answers.round, round));
  return db.select().from(answers).where(where).orderBy(asc(answers.provider), asc(answers.round));
}

/** Answers of many categories without their findings, oldest round first. */
export async function answerHeads(db: Queryable, requestCategoryIds: readonly string[]): Promise<Omit<AnswerRow, "found" | "text">[]> {
  if (requestCategoryIds.length === 0) return [];
  return db
    .select({
      id: answers.id,
      requestCategoryId: answers.requestCategoryId,
      provider: answers.provider,
      round: answers.round,
      status: answers.status,
      model: answers.model,
      servedModel: answers.servedModel,
      queries: answers.queries,
      usage: answers.usage,
      cost: answers.cost,
      error: answers.error,
      attempts: answers.attempts,
      sourceCount: answers.sourceCount,
      rawHash: answers.rawHash,
      startedAt: answers.startedAt,
      endedAt: answers.endedAt,
    })
    .from(answers)
    .where(inArray(answers.requestCategoryId, [...requestCategoryIds]))
    .orderBy(asc(answers.round), asc(answers.startedAt), asc(answers.provider));
}

/** Mean seconds that each provider took for the ended answers of a request. */
export async function secondsTaken(db: Queryable, requestId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ provider: answers.provider, seconds: avg(sql`extract(epoch from ${answers.endedAt} - ${answers.startedAt})`) })
    .from(answers)
    .innerJoin(requestCategories, eq(requestCategories.id, answers.requestCategoryId))
    .where(and(eq(requestCategories.requestId, requestId), isNotNull(answers.endedAt)))
    .groupBy(answers.provider);
  return new Map(rows.map(({ provider, seconds }) => [provider, Number(seconds)]));
}
