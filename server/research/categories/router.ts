import { z } from "zod";
import { adminProcedure, approvedProcedure, router } from "@/server/trpc/init";
import { listPacks } from "./list-packs";
import { readCategory } from "./read-category";
import { updateCategory } from "./update-category";
import { updateCategoryInput } from "./update-schema";

export const categoriesRouter = router({
  list: approvedProcedure.query(({ ctx }) => listPacks(ctx)),
  read: adminProcedure.input(z.object({ categoryId: z.string().min(1).max(40) })).query(({ ctx, input }) => readCategory(ctx, input)),
  update: adminProcedure.input(updateCategoryInput).mutation(({ ctx, input }) => updateCategory(ctx, input)),
});
