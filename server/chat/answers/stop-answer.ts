import { type Ctx, ownerScope } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { findConversation } from "../conversations/find-conversation";
import { end } from "./finish-answer";
import { loadAnswer, markStop } from "./store";

/** Stops an answer that is being written; what has passed the gate stays. One that has ended stays as it is. */
export async function stopAnswer(ctx: Ctx, { answerId }: { answerId: string }): Promise<{ stopping: boolean }> {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "Only an account can stop an answer.");
  const asked = await loadAnswer(ctx.db, answerId);
  if (!asked || !(await findConversation(ctx.db, ownerScope(ctx.actor.userId), asked.answer.conversationId))) throw notFound("answer");
  return ctx.db.transaction(async (tx) => {
    const status = await markStop(tx, answerId);
    // Nobody writes at it yet: there is nobody to stop.
    if (status === "asked") await end(tx, ctx, asked, { status: "stopped", body: asked.answer.body, error: null });
    return { stopping: status !== null };
  });
}
