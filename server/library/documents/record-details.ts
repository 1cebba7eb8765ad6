import { type Ctx, ownerScope } from "@/server/platform/context";
import { type DocumentRef, runStep, type StepResult } from "./run-step";
import { type DocumentMetadata, documentMetadataSchema } from "./schema";
import type { StepEnd } from "./steps-store";
import { lockDocument, readSummary, writeMetadata } from "./store";

/** What a register of works answered; this domain knows none itself. */
export type WorkLook = {
  readonly register: string;
  /** unknown: it could not be asked. */
  readonly state: "found" | "registered" | "absent" | "unknown";
  readonly title: string | null;
  readonly author: string | null;
  readonly year: number | null;
  readonly reason: string | null;
};
export type LookUpDoi = (doi: string, signal: AbortSignal) => Promise<WorkLook>;

/** Asks the register of a document's DOI for its author and date, where the document does not say; without a DOI or a connection the step is passed over and says so. */
export async function recordDetails(ctx: Ctx, ref: DocumentRef, lookUp: LookUpDoi): Promise<StepResult> {
  return runStep(ctx, ref, "record", async () => {
    const scope = ownerScope(ref.ownerId);
    const row = await readSummary(ctx.db, scope, ref.documentId);
    const doi = doiOf(row?.metadata);
    if (doi === null) return async () => ({ status: "skipped", detail: "no DOI of its own stands in it" });
    const look = await lookUp(doi, ctx.signal);
    return async (tx): Promise<StepEnd> => {
      if (look.state === "unknown") return { status: "skipped", detail: look.reason ?? `${look.register} could not be asked` };
      if (look.state !== "found") return { status: "done", detail: `${look.register} lists no details of ${doi}` };
      const current = await lockDocument(tx, scope, ref.documentId);
      if (current) await writeMetadata(tx, scope, ref.documentId, withDetails(documentMetadataSchema.parse(current.metadata), look));
      return { status: "done", detail: [look.author, look.year].filter((part) => part !== null).join(", ") || look.register };
    };
  });
}

function doiOf(metadata: unknown): string | null {
  const { identity = "" } = documentMetadataSchema.parse(metadata ?? {});
  return identity.startsWith("doi:") ? identity.slice("doi:".length) : null;
}

/** What the document states of itself stays; what is filled in counts as detected. */
function withDetails(metadata: DocumentMetadata, { register, title, author, year }: WorkLook): DocumentMetadata {
  const filled = {
    ...(metadata.author === undefined && author !== null ? { author } : {}),
    ...(metadata.date === undefined && year !== null ? { date: String(year) } : {}),
  };
  const detected = [...new Set([...metadata.detected, ...Object.keys(filled)])];
  return { ...metadata, ...filled, detected, registered: { register, title } };
}
