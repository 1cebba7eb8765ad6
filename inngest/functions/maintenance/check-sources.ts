// Trigger: every two minutes. One step. Guarantees: a source that a run did not come to is looked at within minutes; one whose time has come again is
// looked at again, and what changed is told of every edition that cites it. Each go is bounded; one source or host that fails holds up no other.
import { checkDue } from "@/server/research/verification/check-due";
import { inngest } from "../../client";
import { withCtx } from "../../function-context";

export const checkSources = inngest.createFunction(
  { id: "maintenance-check-sources", triggers: [{ cron: "*/2 * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step, runId }) => step.run("check", () => withCtx("maintenance", runId, (ctx) => checkDue(ctx))),
);
