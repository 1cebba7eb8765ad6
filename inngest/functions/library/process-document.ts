// Trigger: library/document.added. One step. Guarantees: a document ends ready or failed with a reason; asking again for one that ended changes nothing.
import { eventType } from "inngest";
import { giveUpDocument, processDocument as work } from "@/server/library/documents/process-document";
import { documentAdded } from "@/server/library/documents/schema";
import { inngest } from "../../client";
import { withCtx } from "../../function-context";

const added = eventType(documentAdded.name, { schema: documentAdded.schema });
/** Each may start a child process of up to the extraction's memory limit. */
const atATime = 2;

export const processDocument = inngest.createFunction(
  {
    id: "library-process-document",
    triggers: [added],
    retries: 3,
    concurrency: { limit: atATime },
    onFailure: async ({ event, step, runId }) => {
      const input = documentAdded.schema.parse(event.data.event.data);
      await step.run("give-up", () => withCtx("library", runId, (ctx) => giveUpDocument(ctx, input)));
    },
  },
  async ({ event, step, runId }) => step.run("process", () => withCtx("library", runId, (ctx) => work(ctx, event.data))),
);
