import { approvedProcedure, router } from "@/server/trpc/init";
import { overrideInputSchema } from "./override/schema";
import { overrideConflict } from "./override-conflict";

export const conflictsRouter = router({
  override: approvedProcedure.input(overrideInputSchema).mutation(({ ctx, input }) => overrideConflict(ctx, input)),
});
