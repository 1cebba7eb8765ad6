import { recordAudit } from "@/server/audit/record";
import { config } from "@/server/platform/config";
import { type Ctx, ownerScope } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { recordProgress } from "@/server/progress/record";
import { savePassages } from "../passages/save-passages";
import { indexPassages, openIndex } from "../search/index-passages";
import { type FileStorage, fileStorage } from "./adapters/storage";
import { openLibraryStream } from "./library-stream";
import { type Prepared, prepareDocument } from "./prepare-document";
import { type LibraryEventType, libraryStream } from "./schema";
import { type DocumentSummaryRow, markFailed, markProcessing, markReady, readSummary } from "./store";

export type ProcessResult =
  | { readonly status: "ready"; readonly passages: number }
  | { readonly status: "failed"; readonly reason: string }
  | { readonly status: "gone" };

/** Reads a queued document into passages and postings. Runs again without harm: a ready document stays as it is, a half-done one starts anew. */
export async function processDocument(
  ctx: Ctx,
  { documentId, ownerId }: { documentId: string; ownerId: string },
  storage: FileStorage = fileStorage(),
): Promise<ProcessResult> {
  const scope = ownerScope(ownerId);
  const claimed = await ctx.db.transaction(async (tx) => {
    if (!(await markProcessing(tx, scope, documentId))) return false;
    await tell(tx, ctx, ownerId, "document.processing", { documentId });
    return true;
  });
  const row = await readSummary(ctx.db, scope, documentId);
  if (!row) return { status: "gone" };
  if (!claimed) return settled(row);
  const bytes = await storage.get(row.hash);
  if (!bytes) return fail(ctx, row, "The stored file is missing. Delete the document and add the file again.");
  const { extractMs, extractMb } = config().files;
  const result = await prepareDocument(bytes, row.fileName, { ms: extractMs, mb: extractMb }, ctx.signal);
  return result.ok ? ingest(ctx, row, result.prepared) : fail(ctx, row, result.reason);
}

type Tx = Parameters<Parameters<Ctx["db"]["transaction"]>[0]>[0];

async function ingest(ctx: Ctx, row: DocumentSummaryRow, { processed, passages, terms }: Prepared): Promise<ProcessResult> {
  const { id: documentId, ownerId } = row;
  const scope = ownerScope(ownerId);
  const written = await ctx.db.transaction(async (tx) => {
    if (!(await markReady(tx, scope, documentId, { ...processed, readyAt: ctx.clock.now() }))) return false;
    const search = await openIndex(tx, scope);
    const ids = await savePassages(tx, documentId, processed.text, passages);
    await indexPassages(tx, search, processed.language, terms, ids);
    const after = { status: "ready", textHash: processed.textHash, passages: passages.length };
    await recordAudit(tx, ctx, { action: "document.process", entity: "document", entityId: documentId, before: { status: "processing" }, after });
    await tell(tx, ctx, ownerId, "document.ready", { documentId, passages: passages.length, pages: processed.pages });
    return true;
  });
  if (written) return { status: "ready", passages: passages.length };
  const now = await readSummary(ctx.db, scope, documentId);
  return now ? settled(now) : { status: "gone" };
}

async function fail(ctx: Ctx, row: DocumentSummaryRow, reason: string): Promise<ProcessResult> {
  await ctx.db.transaction(async (tx) => {
    if (!(await markFailed(tx, ownerScope(row.ownerId), row.id, reason))) return;
    await recordAudit(tx, ctx, {
      action: "document.process",
      entity: "document",
      entityId: row.id,
      before: { status: "processing" },
      after: { status: "failed" },
    });
    await tell(tx, ctx, row.ownerId, "document.failed", { documentId: row.id, reason });
  });
  return { status: "failed", reason };
}

/** Ends a document that cannot be processed for reasons outside it, so that nobody waits for it. */
export async function giveUpDocument(ctx: Ctx, { documentId, ownerId }: { documentId: string; ownerId: string }): Promise<void> {
  const row = await readSummary(ctx.db, ownerScope(ownerId), documentId);
  if (row) await fail(ctx, row, "Processing broke off several times and was given up. The file is kept: try again, or tell the operator.");
}

function settled(row: DocumentSummaryRow): ProcessResult {
  return row.status === "ready"
    ? { status: "ready", passages: row.passageCount }
    : { status: "failed", reason: row.error ?? "It could not be read." };
}

async function tell(tx: Tx, ctx: Ctx, ownerId: string, type: LibraryEventType, body: Record<string, unknown>): Promise<void> {
  await openLibraryStream(tx, ownerScope(ownerId));
  // The conditional update before it makes each event happen once; runs after a retry are events of their own.
  await recordProgress(tx, libraryStream(ownerId), ctx.clock.now(), { type, body, dedupeKey: `${type}:${newId()}` });
}
