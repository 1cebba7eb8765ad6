// Which stored answer stands for a question.
import { and, eq, gt, lt } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { cachedAnswers } from "@/db/schema/providers";
import { answers } from "@/db/schema/research";

export type CachedRow = { readonly askedAt: Date; readonly answer: typeof answers.$inferSelect };

/** The stored answer that stands for a key at a moment, or null. */
export async function findCached(db: Queryable, key: string, now: Date): Promise<CachedRow | null> {
  const [row] = await db
    .select({ askedAt: cachedAnswers.askedAt, answer: answers })
    .from(cachedAnswers)
    .innerJoin(answers, eq(answers.id, cachedAnswers.answerId))
    .where(and(eq(cachedAnswers.key, key), gt(cachedAnswers.expiresAt, now)));
  return row ?? null;
}

/** Lets an answer stand for a key from now on, and forgets what has expired. */
export async function writeCached(tx: Tx, row: typeof cachedAnswers.$inferInsert): Promise<void> {
  await tx.delete(cachedAnswers).where(lt(cachedAnswers.expiresAt, row.askedAt));
  await tx.insert(cachedAnswers).values(row).onConflictDoUpdate({ target: cachedAnswers.key, set: row });
}
