// Trigger: research/request.settled. One step. Guarantees: a request whose categories have all settled ends once.
import { finishRequest as finish } from "@/server/research/requests/finish-request";
import { inngest } from "../../client";
import { settled } from "../../events";
import { withCtx } from "../../function-context";

export const finishRequest = inngest.createFunction(
  { id: "research-finish-request", triggers: [settled], retries: 10 },
  async ({ event, step, runId }) => {
    const { requestId, round } = event.data;
    return step.run("finish", () => withCtx("research", runId, (ctx) => finish(ctx, { requestId, round, overdue: false })));
  },
);
