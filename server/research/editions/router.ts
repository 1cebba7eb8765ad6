import { z } from "zod";
import { approvedProcedure, router } from "@/server/trpc/init";
import { readLedger } from "./ledger";
import { readProviderPanel } from "./provider-panel";
import { readEdition, readRun } from "./read-edition";
import { readRawPage } from "./read-raw-answer";
import { readWriting } from "./read-writing";

const byId = z.object({ id: z.string().max(40) });
const ofCategory = byId.extend({ slug: z.string().max(80) });

export const editionsRouter = router({
  get: approvedProcedure.input(byId).query(({ ctx, input }) => readEdition(ctx, input.id)),
  run: approvedProcedure.input(byId).query(({ ctx, input }) => readRun(ctx, input.id)),
  ledger: approvedProcedure.input(byId).query(({ ctx, input }) => readLedger(ctx, input.id)),
  providers: approvedProcedure.input(ofCategory).query(({ ctx, input }) => readProviderPanel(ctx, input)),
  writing: approvedProcedure.input(ofCategory).query(({ ctx, input }) => readWriting(ctx, input)),
  rawAnswer: approvedProcedure
    .input(ofCategory.extend({ provider: z.string().max(40), page: z.number().int().min(1).default(1) }))
    .query(({ ctx, input }) => readRawPage(ctx, input)),
});
