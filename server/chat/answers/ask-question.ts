import { recordAudit } from "@/server/audit/record";
import { type Ctx, ownerScope } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { sha256 } from "@/server/platform/hash";
import { newId } from "@/server/platform/ids";
import { takeToken } from "@/server/platform/rate-limit";
import { closeStream, openStream } from "@/server/progress/record";
import { openConversation } from "../conversations/open-conversation";
import { everything } from "../conversations/schema";
import { tell } from "./progress";
import { askedRate, rateKey } from "./rate";
import { type AskInput, askLimits, chatStream, emptyBody, mostQuestions, questionAsked } from "./schema";
import { countQuestions, findAsked, insertTurn } from "./store";

export type Asked = { readonly conversationId: string; readonly questionId: string; readonly answerId: string };

/** Asks a question, in a conversation or in a new one. The question and its answer's row are written at once; answering runs durably. */
export async function askQuestion(ctx: Ctx, input: AskInput): Promise<Asked> {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "Only an account can ask.");
  const scope = ownerScope(ctx.actor.userId);
  const known = input.conversationId === null ? null : await findAsked(ctx.db, scope, input.conversationId, input.key);
  if (known && input.conversationId !== null) return { conversationId: input.conversationId, ...known };
  const now = ctx.clock.now();
  await takeToken(
    ctx.db,
    rateKey(scope.ownerId),
    askedRate,
    now,
    (seconds) => `You have asked ${askLimits.perMinute} questions within a minute. The question is kept; ask in ${seconds} s.`,
  );
  const questionId = newId();
  const answerId = newId();
  const conversationId = await ctx.db.transaction(async (tx) => {
    const conversation = await openConversation(tx, ctx, scope, { id: input.conversationId, scope: input.scope ?? everything, question: input.text });
    if (!conversation) throw notFound("conversation");
    if ((await countQuestions(tx, conversation.id)) >= mostQuestions)
      throw new AppError("conflict", `This conversation has ${mostQuestions} questions. Open a new one and ask there.`);
    const question = {
      id: questionId,
      conversationId: conversation.id,
      text: input.text,
      scope: conversation.scope,
      idempotencyKey: input.key,
      fresh: input.fresh ?? false,
      createdAt: now,
    };
    const answer = { id: answerId, questionId, conversationId: conversation.id, status: "asked" as const, body: emptyBody, createdAt: now };
    if (!(await insertTurn(tx, question, answer)))
      throw new AppError("conflict", "The answer above has not ended. The question is kept: ask when it has, or stop it.");
    const stream = chatStream(conversation.id);
    await openStream(tx, { id: stream, kind: "chat", ownerId: scope.ownerId });
    await closeStream(tx, stream, null);
    await tell(tx, ctx, conversation.id, "answer.asked", { answerId }, answerId);
    const after = { conversationId: conversation.id, answerId, textHash: sha256(input.text) };
    await recordAudit(tx, ctx, { action: "question.ask", entity: "chat_question", entityId: questionId, after });
    return conversation.id;
  });
  await sendAsked(ctx, answerId);
  return { conversationId, questionId, answerId };
}

/** Tells the durable functions of a question; one that is told again is answered once. A message that is lost is sent again by the sweep. */
async function sendAsked(ctx: Ctx, answerId: string): Promise<void> {
  try {
    await ctx.events.send([{ id: `asked:${answerId}`, name: questionAsked.name, data: { answerId } }]);
  } catch (error) {
    ctx.log.warn({ err: error, answerId }, "the question waits for the sweep");
  }
}
