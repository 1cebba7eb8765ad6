import { ownerScope } from "@/server/platform/context";
import { approvedProcedure, router } from "@/server/trpc/init";
import { searchInputSchema } from "./schema";
import { searchPassages } from "./search-passages";

export const librarySearchRouter = router({
  passages: approvedProcedure.input(searchInputSchema).query(({ ctx, input }) => searchPassages(ctx, ownerScope(ctx.actor.userId), input)),
});
