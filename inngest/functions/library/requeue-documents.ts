// Trigger: every two minutes. One step. Guarantees: a document whose event or worker was lost is processed within five minutes.
import { requeueDocuments as requeue } from "@/server/library/documents/requeue-documents";
import { inngest } from "../../client";
import { withCtx } from "../../function-context";

export const requeueDocuments = inngest.createFunction(
  { id: "library-requeue-documents", triggers: [{ cron: "*/2 * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step, runId }) => step.run("requeue", () => withCtx("library", runId, requeue)),
);
