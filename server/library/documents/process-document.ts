import { type Ctx, ownerScope } from "@/server/platform/context";
import { type FileStorage, fileStorage } from "./adapters/storage";
import { extractDocument, failDocument } from "./extract-document";
import { indexDocument, type ProcessResult } from "./index-document";
import type { DocumentRef } from "./run-step";
import { readSummary } from "./store";

export type { ProcessResult } from "./index-document";

/**
 * Reads a queued document into passages and postings: the steps that make it ready, one after the other. Runs again without harm: a ready document
 * stays as it is, a half-done one goes on where it was.
 */
export async function processDocument(ctx: Ctx, ref: DocumentRef, storage: FileStorage = fileStorage()): Promise<ProcessResult> {
  const read = await extractDocument(ctx, ref, storage);
  if (read.status === "failed" || read.status === "gone") return read;
  return indexDocument(ctx, ref);
}

/** Ends a document that cannot be processed for reasons outside it, so that nobody waits for it. */
export async function giveUpDocument(ctx: Ctx, { documentId, ownerId }: DocumentRef): Promise<void> {
  const row = await readSummary(ctx.db, ownerScope(ownerId), documentId);
  if (row) await failDocument(ctx, row, "Processing broke off several times and was given up. The file is kept: try again, or tell the operator.");
}
