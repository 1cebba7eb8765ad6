import { z } from "zod";
import { approvedProcedure, router } from "@/server/trpc/init";
import { availableProviders } from "../resilience/available-providers";
import { askAgain } from "./ask-again";
import { cancelRequest } from "./cancel-request";
import { checkRequest } from "./check-request";
import { findRequests } from "./find-requests";
import { listOwnRequests } from "./list-requests";
import { readPastEvents } from "./read-past-events";
import { resumeOrSubmit } from "./resume-or-submit";
import { retryRequest } from "./retry-request";
import { submitRequestSchema } from "./schema";
import { submitRequest } from "./submit-request";

const byId = z.object({ id: z.string().max(40) });

export const requestsRouter = router({
  /** Whether a request could be submitted so: for callers that prepare something first. */
  check: approvedProcedure
    .input(submitRequestSchema.pick({ pack: true, categories: true, providers: true }))
    .query(({ ctx, input }) => checkRequest(ctx, input)),
  submit: approvedProcedure.input(submitRequestSchema).mutation(({ ctx, input }) => submitRequest(ctx, input)),
  /** For callers that run the same command again: `keyPrefix` names what is asked. */
  resumeOrSubmit: approvedProcedure
    .input(submitRequestSchema.omit({ idempotencyKey: true }).extend({ keyPrefix: z.string().min(8).max(80) }))
    .mutation(({ ctx, input: { keyPrefix, ...input } }) => resumeOrSubmit(ctx, input, keyPrefix)),
  list: approvedProcedure
    .input(z.object({ before: z.string().max(40).nullable().default(null) }).prefault({}))
    .query(({ ctx, input }) => listOwnRequests(ctx, input)),
  find: approvedProcedure
    .input(z.object({ query: z.string().trim().max(200), limit: z.number().int().min(1).max(20) }))
    .query(({ ctx, input }) => findRequests(ctx, input)),
  cancel: approvedProcedure.input(byId).mutation(({ ctx, input }) => cancelRequest(ctx, input)),
  /** One provider of one category, in a round of its own. */
  askAgain: approvedProcedure
    .input(byId.extend({ slug: z.string().max(80), provider: z.string().max(40) }))
    .mutation(({ ctx, input }) => askAgain(ctx, input)),
  retry: approvedProcedure.input(byId).mutation(({ ctx, input }) => retryRequest(ctx, input)),
  events: approvedProcedure.input(byId.extend({ upTo: z.number().int().min(0) })).query(({ ctx, input }) => readPastEvents(ctx, input)),
  providers: approvedProcedure.query(({ ctx }) => availableProviders(ctx.db)),
});
