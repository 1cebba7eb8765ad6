import { ownerScope } from "@/server/platform/context";
import { approvedProcedure, router } from "@/server/trpc/init";
import { documentIdSchema } from "../documents/schema";
import { readApparatus } from "./read-apparatus";

export const readerRouter = router({
  /** What stands beside a document's text. */
  apparatus: approvedProcedure.input(documentIdSchema).query(({ ctx, input }) => readApparatus(ctx, ownerScope(ctx.actor.userId), input)),
});
