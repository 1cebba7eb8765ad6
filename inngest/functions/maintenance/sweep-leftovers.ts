// Trigger: every hour. Two steps. Guarantees: what nothing points at any more is gone within days: bodies of pages whose editions were erased, and counts of
// requests that no longer count.
import { forgetSpent } from "@/server/platform/rate-limit";
import { sweepBodies } from "@/server/research/snapshots/sweep-bodies";
import { inngest } from "../../client";
import { withCtx } from "../../function-context";

/** Clocks of several processes may differ by less. */
const hourMs = 60 * 60_000;

export const sweepLeftovers = inngest.createFunction(
  { id: "maintenance-sweep-leftovers", triggers: [{ cron: "23 * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step, runId }) => {
    const { removed: bodies } = await step.run("bodies", () => withCtx("maintenance", runId, sweepBodies));
    const keys = await step.run("counts", () =>
      withCtx("maintenance", runId, (ctx) => forgetSpent(ctx.db, new Date(ctx.clock.now().getTime() - hourMs))),
    );
    return { bodies, keys };
  },
);
