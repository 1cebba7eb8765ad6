import { z } from "zod";
import { ownerScope } from "@/server/platform/context";
import { approvedProcedure, router } from "@/server/trpc/init";
import { editionsCiting } from "./editions-citing";
import { readLedger } from "./ledger";
import { readProviderPanel } from "./provider-panel";
import { readChanges } from "./read-changes";
import { readEdition, readRun } from "./read-edition";
import { readRawPage } from "./read-raw-answer";
import { readWriting } from "./read-writing";
import { rerunRequest } from "./rerun-request";

const byId = z.object({ id: z.string().max(40) });
const ofCategory = byId.extend({ slug: z.string().max(80) });

export const editionsRouter = router({
  get: approvedProcedure.input(byId).query(({ ctx, input }) => readEdition(ctx, input.id)),
  run: approvedProcedure.input(byId).query(({ ctx, input }) => readRun(ctx, input.id)),
  ledger: approvedProcedure.input(byId).query(({ ctx, input }) => readLedger(ctx, input.id)),
  /** Against the edition before, or against any other of the series. */
  changes: approvedProcedure
    .input(byId.extend({ against: z.string().max(40).nullable().default(null) }))
    .query(({ ctx, input }) => readChanges(ctx, input)),
  runAgain: approvedProcedure
    .input(byId.extend({ idempotencyKey: z.string().min(8).max(100), fresh: z.boolean().default(true) }))
    .mutation(({ ctx, input }) => rerunRequest(ctx, input)),
  providers: approvedProcedure.input(ofCategory).query(({ ctx, input }) => readProviderPanel(ctx, input)),
  /** The caller's editions that cite a file, by its SHA-256. */
  citing: approvedProcedure
    .input(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }))
    .query(({ ctx, input }) => editionsCiting(ctx, ownerScope(ctx.actor.userId), input)),
  writing: approvedProcedure.input(ofCategory).query(({ ctx, input }) => readWriting(ctx, input)),
  rawAnswer: approvedProcedure
    .input(ofCategory.extend({ provider: z.string().max(40), page: z.number().int().min(1).default(1) }))
    .query(({ ctx, input }) => readRawPage(ctx, input)),
});
