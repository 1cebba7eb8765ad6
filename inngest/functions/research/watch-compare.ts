// Triggers: research/request.ended, research/conflict.ruled. One step. Guarantees: an edition that was run again knows what changed; a watched one tells its account once.
import { tellWatch } from "@/server/research/watches/tell-watch";
import { inngest } from "../../client";
import { ended, ruled } from "../../events";
import { withCtx } from "../../function-context";

export const watchCompare = inngest.createFunction(
  { id: "research-watch-compare", triggers: [ended, ruled], retries: 5 },
  async ({ event, step, runId }) => step.run("compare", () => withCtx("watch", runId, (ctx) => tellWatch(ctx, { requestId: event.data.requestId }))),
);
