// Trigger: library/document.added. Steps: read, index; then side by side references, themes, meanings, record. Guarantees: a document ends ready or failed
// with a reason; what is found in it afterwards ends on its own, and a part that breaks holds up no other; asking again does only what has not ended well.
import { eventType } from "inngest";
import { embedDocument } from "@/server/library/documents/embed-document";
import { extractDocument } from "@/server/library/documents/extract-document";
import { findDocumentReferences } from "@/server/library/documents/find-document-references";
import { findDocumentThemes } from "@/server/library/documents/find-document-themes";
import { indexDocument } from "@/server/library/documents/index-document";
import { giveUpDocument } from "@/server/library/documents/process-document";
import { recordDetails } from "@/server/library/documents/record-details";
import { type DocumentRef, giveUpStep } from "@/server/library/documents/run-step";
import { type DocumentStep, documentAdded } from "@/server/library/documents/schema";
import type { Ctx } from "@/server/platform/context";
import { lookUpWork } from "@/server/research/providers/look-up-work";
import { inngest } from "../../client";
import { withCtx } from "../../function-context";

const added = eventType(documentAdded.name, { schema: documentAdded.schema });
/** Each may start a child process of up to the extraction's memory limit. */
const atATime = 2;

const findings: readonly { readonly step: DocumentStep; readonly work: (ctx: Ctx, ref: DocumentRef) => Promise<unknown> }[] = [
  { step: "references", work: findDocumentReferences },
  { step: "themes", work: findDocumentThemes },
  { step: "meanings", work: embedDocument },
  {
    step: "record",
    work: (ctx, ref) => recordDetails(ctx, ref, (doi, signal) => lookUpWork(ctx, { scheme: "doi", value: doi }, signal)),
  },
];

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
  async ({ event, step, runId }) => {
    const ref = event.data;
    const read = await step.run("read", () => withCtx("library", runId, (ctx) => extractDocument(ctx, ref)));
    if (read.status === "failed" || read.status === "gone") return read;
    const result = await step.run("index", () => withCtx("library", runId, (ctx) => indexDocument(ctx, ref)));
    if (result.status !== "ready") return result;
    await Promise.all(
      findings.map(({ step: name, work }) =>
        step
          .run(name, () => withCtx("library", runId, async (ctx) => void (await work(ctx, ref))))
          .catch((error: unknown) => {
            const reason = `It broke off several times: ${error instanceof Error ? error.message : "no reason was told"}.`.replace(/\.\.$/, ".");
            return step.run(`give up ${name}`, () => withCtx("library", runId, (ctx) => giveUpStep(ctx, ref, name, reason)));
          }),
      ),
    );
    return result;
  },
);
