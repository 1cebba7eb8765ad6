import { type Ctx, ownerScope } from "@/server/platform/context";
import { retrieveQuestion } from "./retrieve-question";
import { emptyBody } from "./schema";
import { earlierQuestions, keepRetrieval, loadAnswer } from "./store";

/** Follow-up questions lean on the last few. */
const remembered = 6;

/** Finds the passages for a question and keeps them until its answer has ended. */
export async function findPassages(ctx: Ctx, { answerId }: { answerId: string }): Promise<{ passages: number }> {
  const asked = await loadAnswer(ctx.db, answerId);
  if (!asked) return { passages: 0 };
  const { question, ownerId } = asked;
  const before = await earlierQuestions(ctx.db, question.conversationId, question.id, remembered);
  const earlier = before.map(({ text, readAs, status }) => ({ text, readAs: readAs?.split(", ") ?? [], declined: status === "declined" }));
  // What is asked is the owner's: the durable function sees what its owner sees, and no more.
  const owner: Ctx = { ...ctx, actor: { kind: "user", userId: ownerId, role: "user", status: "approved" } };
  const { carried, searched, ...retrieval } = await retrieveQuestion(owner, ownerScope(ownerId), {
    text: question.text,
    earlier,
    scope: question.scope,
  });
  const body = { ...emptyBody, searched, found: retrieval.stretches.length };
  const readAs = carried.length > 0 ? carried.join(", ") : null;
  await ctx.db.transaction((tx) => keepRetrieval(tx, answerId, { retrieval, readAs, body, startedAt: ctx.clock.now() }));
  return { passages: retrieval.stretches.length };
}
