import type { Tx } from "@/db/client";
import { recordAudit } from "@/server/audit/record";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { newId } from "@/server/platform/ids";
import { type ChatScope, conversationLimits, mostConversations } from "./schema";
import { type ConversationRow, changeConversation, insertConversation, lockConversation } from "./store";

type NewConversation = Parameters<typeof insertConversation>[1];
type Opened = Pick<ConversationRow, "id" | "scope">;

/** The conversation that a question is asked in, locked; a new one named by its question where no id is given. Null when it is not the owner's. */
export async function openConversation(
  tx: Tx,
  ctx: Pick<Ctx, "actor" | "clock" | "requestId">,
  scope: OwnerScope,
  asked: { id: string | null; scope: ChatScope; question: string },
): Promise<Opened | null> {
  const now = ctx.clock.now();
  if (asked.id !== null) {
    const row = await lockConversation(tx, scope, asked.id);
    if (row) await changeConversation(tx, scope, row.id, { askedAt: now });
    return row;
  }
  const row = { id: newId(), ownerId: scope.ownerId, title: titleOf(asked.question), scope: asked.scope, createdAt: now, askedAt: now };
  await addConversation(tx, row);
  await recordAudit(tx, ctx, { action: "conversation.create", entity: "conversation", entityId: row.id, after: { scope: counts(asked.scope) } });
  return row;
}

/** Writes a new conversation; refuses where there are very many already. */
export async function addConversation(tx: Tx, row: NewConversation, most: number = mostConversations): Promise<void> {
  if (!(await insertConversation(tx, row, most)))
    throw new AppError("conflict", `There are ${most.toLocaleString("en")} conversations already. Delete one that is no longer needed.`);
}

/** How much a scope names, for the audit trail. */
export function counts({ everything, collectionIds, documentIds, editionIds }: ChatScope) {
  return { everything, collections: collectionIds.length, documents: documentIds.length, editions: editionIds.length };
}

/** The first words of a question, whole ones. */
function titleOf(question: string): string {
  const line = question.replace(/\s+/g, " ").trim();
  const most = Math.min(80, conversationLimits.title);
  if (line.length <= most) return line.replace(/[?\s]+$/, "") || line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most - 20))} …`;
}
