import { and, desc, eq, lt, or, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { chatAnswers, chatQuestions, conversations } from "@/db/schema/chat";
import { streams } from "@/db/schema/progress";
import type { OwnerScope } from "@/server/platform/context";

export type ConversationRow = typeof conversations.$inferSelect;

const owned = (scope: OwnerScope, id: string) => and(eq(conversations.id, id), eq(conversations.ownerId, scope.ownerId));

/** False when the account has `most` already. */
export async function insertConversation(tx: Tx, row: typeof conversations.$inferInsert, most: number): Promise<boolean> {
  if ((await tx.$count(conversations, eq(conversations.ownerId, row.ownerId))) >= most) return false;
  await tx.insert(conversations).values(row);
  return true;
}

export async function findConversation(db: Queryable, scope: OwnerScope, id: string): Promise<ConversationRow | null> {
  const [row] = await db.select().from(conversations).where(owned(scope, id));
  return row ?? null;
}

/** Locks the row until the transaction ends. */
export async function lockConversation(tx: Tx, scope: OwnerScope, id: string): Promise<ConversationRow | null> {
  const [row] = await tx.select().from(conversations).where(owned(scope, id)).for("update");
  return row ?? null;
}

export async function changeConversation(
  tx: Tx,
  scope: OwnerScope,
  id: string,
  change: Partial<Pick<ConversationRow, "title" | "note" | "scope" | "askedAt">>,
): Promise<boolean> {
  const rows = await tx.update(conversations).set(change).where(owned(scope, id)).returning({ id: conversations.id });
  return rows.length > 0;
}

/** Removes a conversation with its questions, answers and stream. */
export async function removeConversation(tx: Tx, scope: OwnerScope, id: string, streamId: string): Promise<boolean> {
  const rows = await tx.delete(conversations).where(owned(scope, id)).returning({ id: conversations.id });
  if (rows.length > 0) await tx.delete(streams).where(eq(streams.id, streamId));
  return rows.length > 0;
}

export type ListedRow = Pick<ConversationRow, "id" | "title" | "askedAt"> & { readonly questions: number };

/** The owner's conversations, newest question first; with words, those whose title, note, questions or answers have all of them. */
export async function listRows(
  db: Queryable,
  scope: OwnerScope,
  page: { words: readonly string[]; before: string | null; limit: number },
): Promise<ListedRow[]> {
  const after = page.before === null ? undefined : await findConversation(db, scope, page.before);
  const earlier = after
    ? or(lt(conversations.askedAt, after.askedAt), and(eq(conversations.askedAt, after.askedAt), lt(conversations.id, after.id)))
    : undefined;
  return db
    .select({
      id: conversations.id,
      title: conversations.title,
      askedAt: conversations.askedAt,
      questions: sql<number>`(select count(*)::int from ${chatQuestions} q where q.conversation_id = conversation.id)`,
    })
    .from(conversations)
    .where(and(eq(conversations.ownerId, scope.ownerId), earlier, ...page.words.map(holds)))
    .orderBy(desc(conversations.askedAt), desc(conversations.id))
    .limit(page.limit);
}

function holds(word: string): SQL {
  const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(${conversations.title} ilike ${pattern} or coalesce(${conversations.note}, '') ilike ${pattern}
    or exists (select 1 from ${chatQuestions} q where q.conversation_id = conversation.id and q.text ilike ${pattern})
    or exists (select 1 from ${chatAnswers} a where a.conversation_id = conversation.id and a.text ilike ${pattern}))`;
}
