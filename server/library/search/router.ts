import { ownerScope } from "@/server/platform/context";
import { approvedProcedure, router } from "@/server/trpc/init";
import { findTitles } from "./find-titles";
import { searchSchema, titleSearchSchema } from "./schema";
import { search } from "./search";

export const librarySearchRouter = router({
  passages: approvedProcedure.input(searchSchema).query(({ ctx, input }) => search(ctx, ownerScope(ctx.actor.userId), input)),
  titles: approvedProcedure.input(titleSearchSchema).query(({ ctx, input }) => findTitles(ctx, ownerScope(ctx.actor.userId), input)),
});
