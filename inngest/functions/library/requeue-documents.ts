// Trigger: every two minutes. Two steps. Guarantees: a document whose event or worker was lost is processed within five minutes; parts of files that
// nobody goes on sending are gone after a day.
import { sweepUploads } from "@/server/library/documents/receive-part";
import { requeueDocuments as requeue } from "@/server/library/documents/requeue-documents";
import { inngest } from "../../client";
import { withCtx } from "../../function-context";

export const requeueDocuments = inngest.createFunction(
  { id: "library-requeue-documents", triggers: [{ cron: "*/2 * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step, runId }) => {
    const result = await step.run("requeue", () => withCtx("library", runId, requeue));
    await step.run("sweep-uploads", () => withCtx("library", runId, (ctx) => sweepUploads(ctx)));
    return result;
  },
);
