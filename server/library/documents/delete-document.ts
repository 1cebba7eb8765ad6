import { recordAudit } from "@/server/audit/record";
import { cache } from "@/server/platform/cache";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { documentTag } from "@/server/platform/llm-kept";
import { recordProgress } from "@/server/progress/record";
import { readPassages } from "../passages/read-passages";
import { termsOf } from "../search/core/index-terms";
import { openIndex, unindexPassages } from "../search/index-passages";
import { type FileStorage, fileStorage } from "./adapters/storage";
import { openLibraryStream } from "./library-stream";
import { libraryStream } from "./schema";
import { isHashUsed, lockDocument, lockHash, removeDocument } from "./store";

/** Whether the bytes went too is not told: it would say whether somebody else has the same file. */
export type Deleted = { readonly documentId: string; readonly passages: number };

/** Deletes a document with its passages, its postings and, when nobody else has the same file, its bytes. Finished editions keep their own quotes. */
export async function deleteDocument(
  ctx: Ctx,
  scope: OwnerScope,
  { documentId }: { documentId: string },
  storage: FileStorage = fileStorage(),
): Promise<Deleted> {
  const { hash, passages } = await ctx.db.transaction(async (tx) => {
    const row = await lockDocument(tx, scope, documentId);
    if (!row) throw notFound("document");
    const search = await openIndex(tx, scope);
    const passages = await readPassages({ db: tx }, scope, { documentId });
    if (passages.length > 0) {
      const terms = termsOf(passages, row.title ?? "", row.language);
      await unindexPassages(
        tx,
        search,
        row.language,
        terms,
        passages.map((passage) => passage.passageId),
      );
    }
    await removeDocument(tx, scope, documentId);
    const before = { status: row.status, hash: row.hash, passages: passages.length };
    await recordAudit(tx, ctx, { action: "document.delete", entity: "document", entityId: documentId, before, after: null });
    await openLibraryStream(tx, scope);
    const event = { type: "document.deleted", body: { documentId }, dedupeKey: `deleted:${documentId}` };
    await recordProgress(tx, libraryStream(scope.ownerId), ctx.clock.now(), event);
    return { hash: row.hash, passages: passages.length };
  });
  await (await cache()).forget(documentTag(documentId));
  await ctx.db.transaction(async (tx) => {
    await lockHash(tx, hash);
    if (!(await isHashUsed(tx, hash))) await storage.remove(hash);
  });
  return { documentId, passages };
}
