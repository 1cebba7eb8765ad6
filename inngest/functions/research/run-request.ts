// Trigger: research/request.submitted. Steps: start, send, wait for the deadline, end.
// Guarantees: the first categories start once per round; whatever becomes of them, the request ends at its deadline.

import { finishRequest } from "@/server/research/requests/finish-request";
import { startRequest } from "@/server/research/requests/start-request";
import { inngest } from "../../client";
import { cancelled, ended, settled, submitted } from "../../events";
import { withCtx } from "../../function-context";
import { startEvents } from "./start-events";

const sameRequest = "event.data.requestId == async.data.requestId";

export const runRequest = inngest.createFunction(
  {
    id: "research-run-request",
    triggers: [submitted],
    retries: 5,
    cancelOn: [
      { event: cancelled.name, if: sameRequest },
      { event: ended.name, if: sameRequest },
    ],
  },
  async ({ event, step, runId }) => {
    const { requestId, round } = event.data;
    const begun = await step.run("start", () => withCtx("research", runId, (ctx) => startRequest(ctx, { requestId, round })));
    if (begun.endsAt === null) return { started: 0 };
    if (begun.started.length > 0) await step.sendEvent("start-categories", startEvents(requestId, round, begun.started));
    else await step.sendEvent("look-whether-settled", { id: `${requestId}:${round}:settled:start`, name: settled.name, data: { requestId, round } });
    await step.sleepUntil("deadline", begun.endsAt);
    await step.run("end", () => withCtx("research", runId, (ctx) => finishRequest(ctx, { requestId, round, overdue: true })));
    return { started: begun.started.length };
  },
);
