// Trigger: every minute. One step. Guarantees: a request whose event or worker was lost goes on, or ends, within five minutes.
import { sweepRequests as sweep } from "@/server/research/requests/sweep-requests";
import { inngest } from "../../client";
import { withCtx } from "../../function-context";

export const sweepRequests = inngest.createFunction(
  { id: "maintenance-sweep-requests", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step, runId }) => step.run("sweep", () => withCtx("maintenance", runId, sweep)),
);
