import { recordAudit } from "@/server/audit/record";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { chatStream } from "../answers/schema";
import { removeConversation } from "./store";

/** Deletes a conversation with its questions, answers and progress. What it cited stays in the library. */
export async function deleteConversation(ctx: Ctx, scope: OwnerScope, { id }: { id: string }): Promise<{ id: string }> {
  await ctx.db.transaction(async (tx) => {
    if (!(await removeConversation(tx, scope, id, chatStream(id)))) throw notFound("conversation");
    await recordAudit(tx, ctx, { action: "conversation.delete", entity: "conversation", entityId: id, after: null });
  });
  return { id };
}
