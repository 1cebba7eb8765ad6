import type { z } from "zod";
import { recordAudit } from "@/server/audit/record";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { sha256 } from "@/server/platform/hash";
import { counts } from "./open-conversation";
import type { changeSchema } from "./schema";
import { changeConversation as change, lockConversation } from "./store";

/** Renames a conversation, says what it is about, or sets where the next question asks; earlier answers keep their scope. */
export async function changeConversation(ctx: Ctx, scope: OwnerScope, input: z.infer<typeof changeSchema>): Promise<{ id: string }> {
  await ctx.db.transaction(async (tx) => {
    const before = await lockConversation(tx, scope, input.id);
    if (!before) throw notFound("conversation");
    const { title = before.title, scope: asksIn = before.scope } = input;
    const note = input.note === undefined ? before.note : input.note || null;
    await change(tx, scope, input.id, { title, note, scope: asksIn });
    const told = (row: { title: string; note: string | null; scope: typeof before.scope }) => ({
      titleHash: sha256(row.title),
      noteHash: row.note === null ? null : sha256(row.note),
      scope: counts(row.scope),
    });
    const record = { action: "conversation.change", entity: "conversation", entityId: input.id } as const;
    await recordAudit(tx, ctx, { ...record, before: told(before), after: told({ title, note, scope: asksIn }) });
  });
  return { id: input.id };
}
