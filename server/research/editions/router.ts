import { z } from "zod";
import { approvedProcedure, router } from "@/server/trpc/init";
import { readLedger } from "./ledger";
import { readProviderPanel } from "./provider-panel";
import { readEdition, readRun } from "./read-edition";

const byId = z.object({ id: z.string().max(40) });

export const editionsRouter = router({
  get: approvedProcedure.input(byId).query(({ ctx, input }) => readEdition(ctx, input.id)),
  run: approvedProcedure.input(byId).query(({ ctx, input }) => readRun(ctx, input.id)),
  ledger: approvedProcedure.input(byId).query(({ ctx, input }) => readLedger(ctx, input.id)),
  providers: approvedProcedure.input(byId.extend({ slug: z.string().max(80) })).query(({ ctx, input }) => readProviderPanel(ctx, input)),
});
