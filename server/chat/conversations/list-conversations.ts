import type { Ctx, OwnerScope } from "@/server/platform/context";
import { listRows } from "./store";

const pageSize = 40;
/** Further words of a search narrow nothing that these have not. */
const mostWords = 8;

export type ListedConversation = { readonly id: string; readonly title: string; readonly askedAt: string; readonly questions: number };
export type ConversationList = { readonly conversations: readonly ListedConversation[]; readonly next: string | null };

/** The owner's conversations, newest question first; with a query, those that have all its words anywhere in their history. */
export async function listConversations(
  ctx: Pick<Ctx, "db">,
  scope: OwnerScope,
  { query, before }: { query: string; before: string | null },
): Promise<ConversationList> {
  const words = query
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, mostWords);
  const rows = await listRows(ctx.db, scope, { words, before, limit: pageSize + 1 });
  const conversations = rows.slice(0, pageSize).map(({ askedAt, ...row }) => ({ ...row, askedAt: askedAt.toISOString() }));
  return { conversations, next: rows.length > pageSize ? (conversations.at(-1)?.id ?? null) : null };
}
