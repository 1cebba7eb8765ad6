import { recordAudit } from "@/server/audit/record";
import { config } from "@/server/platform/config";
import { type Ctx, ownerScope } from "@/server/platform/context";
import { type FileStorage, fileStorage } from "./adapters/storage";
import { readFile } from "./read-file";
import { beginStep, type DocumentRef, finishStep, tell } from "./run-step";
import { type DocumentSummaryRow, markExtracted, markFailed, markProcessing, readSummary } from "./store";

export type ExtractResult =
  | { readonly status: "extracted" | "ready" }
  | { readonly status: "failed"; readonly reason: string }
  | { readonly status: "gone" };

/** Reads a queued document's file into text, once: run again it goes on with what is there. Ends the document with one sentence when it cannot be read. */
export async function extractDocument(ctx: Ctx, ref: DocumentRef, storage: FileStorage = fileStorage()): Promise<ExtractResult> {
  const scope = ownerScope(ref.ownerId);
  const claimed = await ctx.db.transaction(async (tx) => {
    const claim = await markProcessing(tx, scope, ref.documentId);
    if (claim === "started") await tell(tx, ctx, ref.ownerId, "document.processing", { documentId: ref.documentId });
    return claim !== "nothing";
  });
  const row = await readSummary(ctx.db, scope, ref.documentId);
  if (!row) return { status: "gone" };
  if (!claimed) return row.status === "failed" ? { status: "failed", reason: row.error ?? "It could not be read." } : { status: "ready" };
  if (row.textHash !== null) return { status: "extracted" };
  await beginStep(ctx, ref, "read");
  const bytes = await storage.get(row.hash);
  if (!bytes) return failDocument(ctx, row, "The stored file is missing. Delete the document and add the file again.");
  const { extractMs, extractMb } = config().files;
  const result = await readFile(bytes, row.fileName, { ms: extractMs, mb: extractMb }, ctx.signal);
  if (!result.ok) return failDocument(ctx, row, result.reason);
  await ctx.db.transaction(async (tx) => {
    if (!(await markExtracted(tx, scope, ref.documentId, result.read))) return;
    const { pages, text } = result.read;
    const length = `${text.length.toLocaleString("en")} characters`;
    await finishStep(tx, ctx, ref, "read", { status: "done", detail: pages === null ? length : `${pages.toLocaleString("en")} pages, ${length}` });
  });
  return { status: "extracted" };
}

/** Ends a document that cannot be read. */
export async function failDocument(
  ctx: Ctx,
  row: DocumentSummaryRow,
  reason: string,
): Promise<{ readonly status: "failed"; readonly reason: string }> {
  await ctx.db.transaction(async (tx) => {
    if (!(await markFailed(tx, ownerScope(row.ownerId), row.id, reason))) return;
    const change = { before: { status: "processing" }, after: { status: "failed" } };
    await recordAudit(tx, ctx, { action: "document.process", entity: "document", entityId: row.id, ...change });
    for (const step of ["read", "index"] as const)
      await finishStep(tx, ctx, { documentId: row.id, ownerId: row.ownerId }, step, { status: "failed", detail: reason });
    await tell(tx, ctx, row.ownerId, "document.failed", { documentId: row.id, reason });
  });
  return { status: "failed", reason };
}
