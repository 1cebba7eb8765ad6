import { z } from "zod";
import { approvedProcedure, router } from "@/server/trpc/init";
import { listProviders } from "../providers/registry";
import { cancelRequest } from "./cancel-request";
import { listOwnRequests } from "./list-requests";
import { retryRequest } from "./retry-request";
import { submitRequestSchema } from "./schema";
import { submitRequest } from "./submit-request";

const byId = z.object({ id: z.string().max(40) });

export const requestsRouter = router({
  submit: approvedProcedure.input(submitRequestSchema).mutation(({ ctx, input }) => submitRequest(ctx, input)),
  list: approvedProcedure
    .input(z.object({ before: z.string().max(40).nullable().default(null) }).prefault({}))
    .query(({ ctx, input }) => listOwnRequests(ctx, input)),
  cancel: approvedProcedure.input(byId).mutation(({ ctx, input }) => cancelRequest(ctx, input)),
  retry: approvedProcedure.input(byId).mutation(({ ctx, input }) => retryRequest(ctx, input)),
  providers: approvedProcedure.query(() => listProviders()),
});
