import { z } from "zod";
import { ownerScope } from "@/server/platform/context";
import { adminProcedure, approvedProcedure, router } from "@/server/trpc/init";
import { submitRequestSchema } from "../requests/schema";
import { providerStates } from "../resilience/provider-states";
import { readOverview } from "../resilience/read-overview";
import { switchProviderSchema } from "../resilience/schema";
import { switchProvider } from "../resilience/switch-provider";
import { testProvider } from "../resilience/test-provider";
import { estimateRequest } from "../spending/estimate-request";
import { listPrices } from "../spending/list-prices";
import { monthSpending } from "../spending/month-spending";
import { readBill } from "../spending/read-bill";
import { setPriceSchema } from "../spending/schema";
import { setPrice } from "../spending/set-price";

const wanted = submitRequestSchema.pick({ pack: true, categories: true, providers: true });

export const providersRouter = router({
  list: approvedProcedure.query(({ ctx }) => providerStates(ctx)),
  estimate: approvedProcedure.input(wanted).query(({ ctx, input }) => estimateRequest(ctx, input)),
  month: approvedProcedure.query(({ ctx }) => monthSpending(ctx, ownerScope(ctx.actor.userId))),
  bill: approvedProcedure.input(z.object({ requestId: z.string().max(40) })).query(({ ctx, input }) => readBill(ctx, input)),
  overview: adminProcedure.query(({ ctx }) => readOverview(ctx)),
  switch: adminProcedure.input(switchProviderSchema).mutation(({ ctx, input }) => switchProvider(ctx, input)),
  test: adminProcedure.input(z.object({ provider: z.string().max(40) })).mutation(({ ctx, input }) => testProvider(ctx, input)),
  prices: adminProcedure.query(({ ctx }) => listPrices(ctx)),
  setPrice: adminProcedure.input(setPriceSchema).mutation(({ ctx, input }) => setPrice(ctx, input)),
});
