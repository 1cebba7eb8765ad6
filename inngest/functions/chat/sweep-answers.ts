// Trigger: every minute. One step. Guarantees: a question whose message was lost is answered, or ends, within a quarter of an hour.
import { sweepAnswers as sweep } from "@/server/chat/answers/sweep-answers";
import { inngest } from "../../client";
import { withCtx } from "../../function-context";

export const sweepAnswers = inngest.createFunction(
  { id: "chat-sweep-answers", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step, runId }) => step.run("sweep", () => withCtx("chat", runId, sweep)),
);
