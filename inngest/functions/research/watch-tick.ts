// Trigger: every five minutes. Steps: take what is due, submit each, look after runs nobody was told of.
// Guarantees: every due time of a watch is run once, also when a process is killed in the middle; of times missed while nothing ran, one is made up for.
import { startWatchRun } from "@/server/research/watches/start-watch-run";
import { takeDueWatches } from "@/server/research/watches/take-due-watches";
import { sweepWatchRuns } from "@/server/research/watches/tell-watch";
import { inngest } from "../../client";
import { withCtx } from "../../function-context";

export const watchTick = inngest.createFunction(
  { id: "research-watch-tick", triggers: [{ cron: "*/5 * * * *" }], retries: 2, concurrency: { limit: 1 } },
  async ({ step, runId }) => {
    const due = await step.run("take", () => withCtx("watch", runId, takeDueWatches));
    for (const watchRunId of due) {
      await step.run(`start:${watchRunId}`, () => withCtx("watch", runId, (ctx) => startWatchRun(ctx, { watchRunId })));
    }
    return step.run("sweep", () => withCtx("watch", runId, sweepWatchRuns));
  },
);
