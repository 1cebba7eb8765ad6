import { z } from "zod";
import { approvedProcedure, router } from "@/server/trpc/init";
import { changeWatch } from "./change-watch";
import { markNoticesRead, readNotices, readWatch, readWatches } from "./read-watches";
import { saveWatch } from "./save-watch";
import { intervalSchema, monthlyCapSchema, watchActionSchema } from "./schema";

const ofRequest = z.object({ requestId: z.string().max(40) });

export const watchesRouter = router({
  list: approvedProcedure.query(({ ctx }) => readWatches(ctx)),
  ofRequest: approvedProcedure.input(ofRequest).query(({ ctx, input }) => readWatch(ctx, input)),
  save: approvedProcedure
    .input(ofRequest.extend({ interval: intervalSchema, monthlyCapUsd: monthlyCapSchema.nullish() }))
    .mutation(({ ctx, input }) => saveWatch(ctx, input)),
  change: approvedProcedure
    .input(z.object({ watchId: z.string().max(40), action: watchActionSchema }))
    .mutation(({ ctx, input }) => changeWatch(ctx, input)),
  notices: approvedProcedure.query(({ ctx }) => readNotices(ctx)),
  /** Null: all of them. */
  markRead: approvedProcedure
    .input(z.object({ ids: z.array(z.string().max(40)).max(100).nullable() }))
    .mutation(({ ctx, input }) => markNoticesRead(ctx, input)),
});
