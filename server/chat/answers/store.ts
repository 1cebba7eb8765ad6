import { and, asc, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { chatAnswers, chatQuestions, chatSources, conversations } from "@/db/schema/chat";
import type { OwnerScope } from "@/server/platform/context";
import type { StoredRetrieval } from "./core/stretch";
import type { AnswerBody } from "./schema";

export type AnswerRow = typeof chatAnswers.$inferSelect;
export type QuestionRow = typeof chatQuestions.$inferSelect;
export type ChatSourceRow = typeof chatSources.$inferSelect;
export type AskedAnswer = { readonly answer: AnswerRow; readonly question: QuestionRow; readonly ownerId: string; readonly note: string | null };

const open = ["asked", "working"] as const;

/** A question that the owner has asked under this key in one of their conversations. */
export async function findAsked(
  db: Queryable,
  { ownerId }: OwnerScope,
  conversationId: string,
  key: string,
): Promise<{ questionId: string; answerId: string } | null> {
  const [row] = await db
    .select({ questionId: chatQuestions.id, answerId: chatAnswers.id })
    .from(chatQuestions)
    .innerJoin(chatAnswers, eq(chatAnswers.questionId, chatQuestions.id))
    .innerJoin(conversations, eq(conversations.id, chatQuestions.conversationId))
    .where(and(eq(conversations.ownerId, ownerId), eq(conversations.id, conversationId), eq(chatQuestions.idempotencyKey, key)));
  return row ?? null;
}

export async function countQuestions(db: Queryable, conversationId: string): Promise<number> {
  return db.$count(chatQuestions, eq(chatQuestions.conversationId, conversationId));
}

/** Writes a question and its answer's row; false when another answer of the conversation has not ended. */
export async function insertTurn(tx: Tx, question: typeof chatQuestions.$inferInsert, answer: typeof chatAnswers.$inferInsert): Promise<boolean> {
  const [busy] = await tx
    .select({ id: chatAnswers.id })
    .from(chatAnswers)
    .where(and(eq(chatAnswers.conversationId, question.conversationId), inArray(chatAnswers.status, [...open])));
  if (busy) return false;
  await tx.insert(chatQuestions).values(question);
  await tx.insert(chatAnswers).values(answer);
  return true;
}

export async function loadAnswer(db: Queryable, answerId: string): Promise<AskedAnswer | null> {
  const [row] = await db
    .select({ answer: chatAnswers, question: chatQuestions, ownerId: conversations.ownerId, note: conversations.note })
    .from(chatAnswers)
    .innerJoin(chatQuestions, eq(chatQuestions.id, chatAnswers.questionId))
    .innerJoin(conversations, eq(conversations.id, chatAnswers.conversationId))
    .where(eq(chatAnswers.id, answerId));
  return row ?? null;
}

/** The questions before one, oldest first, at most `limit`. */
export async function earlierQuestions(db: Queryable, conversationId: string, before: string, limit: number) {
  const rows = await db
    .select({ text: chatQuestions.text, readAs: chatAnswers.readAs, status: chatAnswers.status })
    .from(chatQuestions)
    .innerJoin(chatAnswers, eq(chatAnswers.questionId, chatQuestions.id))
    .where(and(eq(chatQuestions.conversationId, conversationId), lt(chatQuestions.id, before)))
    .orderBy(desc(chatQuestions.id))
    .limit(limit);
  return rows.reverse();
}

export async function keepRetrieval(
  tx: Tx,
  id: string,
  kept: { retrieval: StoredRetrieval; readAs: string | null; body: AnswerBody; startedAt: Date },
): Promise<boolean> {
  const rows = await tx
    .update(chatAnswers)
    .set({ ...kept, status: "working" })
    .where(and(eq(chatAnswers.id, id), inArray(chatAnswers.status, [...open])))
    .returning({ id: chatAnswers.id });
  return rows.length > 0;
}

/** Begins writing anew; null when the answer has ended. */
export async function beginAttempt(tx: Tx, id: string, model: string | null): Promise<AnswerRow | null> {
  const [row] = await tx
    .update(chatAnswers)
    .set({
      attempt: sql`${chatAnswers.attempt} + 1`,
      model,
      draft: null,
      body: sql`${chatAnswers.body} || '{"sentences": [], "withheld": [], "notes": [], "declined": null, "interpretive": false, "keptAt": null}'::jsonb`,
    })
    .where(and(eq(chatAnswers.id, id), eq(chatAnswers.status, "working")))
    .returning();
  return row ?? null;
}

type Progress = Partial<Pick<AnswerRow, "body" | "draft" | "costUsd" | "model">>;

/** Keeps what an attempt has written; null when the answer has ended or another attempt has begun, else whether it is to stop. */
export async function saveProgress(tx: Tx, id: string, attempt: number, progress: Progress): Promise<{ stopAsked: boolean } | null> {
  const [row] = await tx
    .update(chatAnswers)
    .set(progress)
    .where(and(eq(chatAnswers.id, id), eq(chatAnswers.attempt, attempt), eq(chatAnswers.status, "working")))
    .returning({ stopAsked: chatAnswers.stopAsked });
  return row ?? null;
}

export async function isStopAsked(db: Queryable, id: string): Promise<boolean> {
  const [row] = await db.select({ stopAsked: chatAnswers.stopAsked }).from(chatAnswers).where(eq(chatAnswers.id, id));
  return row?.stopAsked ?? true;
}

type Ended = Pick<AnswerRow, "status" | "endedAt"> & Partial<Pick<AnswerRow, "body" | "text" | "error">>;

/** Ends an answer once; false when it has ended. What was found is let go. */
export async function endAnswer(tx: Tx, id: string, ended: Ended): Promise<boolean> {
  const rows = await tx
    .update(chatAnswers)
    .set({ ...ended, draft: null, retrieval: null })
    .where(and(eq(chatAnswers.id, id), inArray(chatAnswers.status, [...open])))
    .returning({ id: chatAnswers.id });
  return rows.length > 0;
}

/** Marks an answer that is under way; its status then, or null when it has ended. */
export async function markStop(tx: Tx, id: string): Promise<AnswerRow["status"] | null> {
  const [row] = await tx
    .update(chatAnswers)
    .set({ stopAsked: true })
    .where(and(eq(chatAnswers.id, id), inArray(chatAnswers.status, [...open])))
    .returning({ status: chatAnswers.status });
  return row?.status ?? null;
}

/** Answers of all owners that have waited since before `before`. */
export async function readStuck(db: Queryable, before: Date, limit: number): Promise<{ id: string; createdAt: Date }[]> {
  return db
    .select({ id: chatAnswers.id, createdAt: chatAnswers.createdAt })
    .from(chatAnswers)
    .where(and(inArray(chatAnswers.status, [...open]), lt(chatAnswers.createdAt, before)))
    .orderBy(asc(chatAnswers.createdAt))
    .limit(limit);
}

export type TurnRow = { readonly question: QuestionRow; readonly answer: AnswerRow };

export async function readTurns(db: Queryable, conversationId: string): Promise<TurnRow[]> {
  return db
    .select({ question: chatQuestions, answer: chatAnswers })
    .from(chatQuestions)
    .innerJoin(chatAnswers, eq(chatAnswers.questionId, chatQuestions.id))
    .where(eq(chatQuestions.conversationId, conversationId))
    .orderBy(asc(chatQuestions.id));
}

export async function readSources(db: Queryable, conversationId: string): Promise<ChatSourceRow[]> {
  return db.select().from(chatSources).where(eq(chatSources.conversationId, conversationId)).orderBy(asc(chatSources.number));
}

export type SourceEntry = Omit<ChatSourceRow, "number" | "conversationId">;

/** The numbers of sources in a conversation, by key; new ones go on counting. The conversation's row is locked, so that no number is given twice. */
export async function numberSources(tx: Tx, conversationId: string, entries: readonly SourceEntry[]): Promise<Map<string, number>> {
  await tx.select({ id: conversations.id }).from(conversations).where(eq(conversations.id, conversationId)).for("update");
  const known = new Map((await readSources(tx, conversationId)).map((row) => [row.key, row.number]));
  for (const entry of entries) {
    if (known.has(entry.key)) continue;
    const number = Math.max(0, ...known.values()) + 1;
    await tx.insert(chatSources).values({ ...entry, conversationId, number });
    known.set(entry.key, number);
  }
  return known;
}

/** Conversations of an owner that cite one of the documents. */
export async function conversationsCiting(db: Queryable, ownerId: string, documentId: string): Promise<{ id: string; title: string }[]> {
  return db
    .select({ id: conversations.id, title: conversations.title })
    .from(chatSources)
    .innerJoin(conversations, eq(conversations.id, chatSources.conversationId))
    .where(and(eq(conversations.ownerId, ownerId), eq(chatSources.documentId, documentId)))
    .orderBy(desc(conversations.askedAt));
}
