import { ownerScope } from "@/server/platform/context";
import { approvedProcedure, router } from "@/server/trpc/init";
import { changeConversation } from "./change-conversation";
import { createConversation } from "./create-conversation";
import { deleteConversation } from "./delete-conversation";
import { listConversations } from "./list-conversations";
import { readConversation } from "./read-conversation";
import { changeSchema, conversationIdSchema, createSchema, listSchema } from "./schema";

export const conversationsRouter = router({
  list: approvedProcedure.input(listSchema).query(({ ctx, input }) => listConversations(ctx, ownerScope(ctx.actor.userId), input)),
  get: approvedProcedure.input(conversationIdSchema).query(({ ctx, input }) => readConversation(ctx, ownerScope(ctx.actor.userId), input)),
  create: approvedProcedure.input(createSchema).mutation(({ ctx, input }) => createConversation(ctx, ownerScope(ctx.actor.userId), input)),
  change: approvedProcedure.input(changeSchema).mutation(({ ctx, input }) => changeConversation(ctx, ownerScope(ctx.actor.userId), input)),
  delete: approvedProcedure.input(conversationIdSchema).mutation(({ ctx, input }) => deleteConversation(ctx, ownerScope(ctx.actor.userId), input)),
});
