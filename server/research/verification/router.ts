import { z } from "zod";
import { approvedProcedure, router } from "@/server/trpc/init";
import { readSourceChanges } from "./read-source-changes";
import { readSourcePage } from "./source-page/read-source-page";
import { readSourceText } from "./source-page/read-source-text";

const byId = z.object({ id: z.string().max(40) });
const byNumber = byId.extend({ number: z.number().int().positive() });

export const sourcesRouter = router({
  get: approvedProcedure.input(byNumber).query(({ ctx, input }) => readSourcePage(ctx, input)),
  text: approvedProcedure.input(byNumber.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) })).query(({ ctx, input }) => readSourceText(ctx, input)),
  changes: approvedProcedure.input(byId).query(({ ctx, input }) => readSourceChanges(ctx, input.id)),
});
