import { ownerScope } from "@/server/platform/context";
import { approvedProcedure, router } from "@/server/trpc/init";
import { findTitles } from "./find-titles";
import { searchInputSchema, titleSearchSchema, typedSearchSchema } from "./schema";
import { searchLibrary } from "./search-library";
import { searchPassages } from "./search-passages";

export const librarySearchRouter = router({
  passages: approvedProcedure.input(searchInputSchema).query(({ ctx, input }) => searchPassages(ctx, ownerScope(ctx.actor.userId), input)),
  /** As typed into a search box. */
  library: approvedProcedure.input(typedSearchSchema).query(({ ctx, input }) => searchLibrary(ctx, ownerScope(ctx.actor.userId), input)),
  titles: approvedProcedure.input(titleSearchSchema).query(({ ctx, input }) => findTitles(ctx, ownerScope(ctx.actor.userId), input)),
});
