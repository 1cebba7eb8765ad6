import type { z } from "zod";
import { recordAudit } from "@/server/audit/record";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { addConversation, counts } from "./open-conversation";
import type { createSchema } from "./schema";

/** Opens a conversation before anything is asked in it. */
export async function createConversation(ctx: Ctx, scope: OwnerScope, input: z.infer<typeof createSchema>): Promise<{ id: string }> {
  const now = ctx.clock.now();
  const id = newId();
  await ctx.db.transaction(async (tx) => {
    const { title = "New conversation", note = null } = input;
    await addConversation(tx, { id, ownerId: scope.ownerId, title, note: note || null, scope: input.scope, createdAt: now, askedAt: now });
    await recordAudit(tx, ctx, { action: "conversation.create", entity: "conversation", entityId: id, after: { scope: counts(input.scope) } });
  });
  return { id };
}
