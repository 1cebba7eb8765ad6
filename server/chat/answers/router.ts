import { z } from "zod";
import { ownerScope } from "@/server/platform/context";
import { tokensUsed } from "@/server/platform/rate-limit";
import { approvedProcedure, router } from "@/server/trpc/init";
import { askQuestion } from "./ask-question";
import { listCiting } from "./list-citing";
import { askedRate, rateKey } from "./rate";
import { askSchema } from "./schema";
import { readScopeChoices } from "./scope-choices";
import { stopAnswer } from "./stop-answer";

export const chatRouter = router({
  ask: approvedProcedure.input(askSchema).mutation(({ ctx, input }) => askQuestion(ctx, input)),
  stop: approvedProcedure.input(z.object({ answerId: z.string().min(1).max(40) })).mutation(({ ctx, input }) => stopAnswer(ctx, input)),
  /** How many questions are left of this minute's. */
  left: approvedProcedure.query(async ({ ctx }) => {
    const { userId } = ctx.actor;
    return { left: askedRate.burst - (await tokensUsed(ctx.db, rateKey(userId), askedRate, ctx.clock.now())) };
  }),
  /** Conversations that cite a document. */
  citing: approvedProcedure
    .input(z.object({ documentId: z.string().min(1).max(40) }))
    .query(({ ctx, input }) => listCiting(ctx, ownerScope(ctx.actor.userId), input)),
  /** What a conversation may ask in. */
  choices: approvedProcedure.query(({ ctx }) => readScopeChoices(ctx, ownerScope(ctx.actor.userId))),
});
