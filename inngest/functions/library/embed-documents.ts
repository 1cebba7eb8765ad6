// Trigger: every two minutes. Steps: which documents lack vectors of the configured model, then one step for each. Guarantees: after a change of model, or when a
// failing one answers again, every passage gets its vector; the search by words goes on meanwhile.
import { embedLater } from "@/server/library/documents/embed-document";
import { documentsLacking } from "@/server/library/embeddings/documents-lacking";
import { inngest } from "../../client";
import { withCtx } from "../../function-context";

/** Documents of one run; the next run goes on. */
const atMost = 200;

export const embedDocuments = inngest.createFunction(
  { id: "library-embed-documents", triggers: [{ cron: "*/2 * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step, runId }) => {
    const lacking = await step.run("lacking", () => withCtx("library", runId, (ctx) => documentsLacking(ctx, atMost)));
    let embedded = 0;
    for (const documentId of lacking) {
      const result = await step.run(`embed:${documentId}`, () => withCtx("library", runId, (ctx) => embedLater(ctx, { documentId })));
      // The model is away: the next run asks again.
      if (result.status === "failed") return { embedded, reason: result.reason };
      if (result.status === "embedded") embedded += 1;
    }
    return { embedded };
  },
);
