import { recordAudit } from "@/server/audit/record";
import { config } from "@/server/platform/config";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { sha256 } from "@/server/platform/hash";
import { newId } from "@/server/platform/ids";
import { recordProgress } from "@/server/progress/record";
import { type FileStorage, fileStorage } from "./adapters/storage";
import { tidyFileName } from "./core/file-name";
import { sniff } from "./core/sniff";
import { openLibraryStream } from "./library-stream";
import { limits } from "./limits";
import { documentAdded, libraryStream, mediaTypes } from "./schema";
import { clearSteps } from "./steps-store";
import { countDocuments, findByHash, insertDocument, lockHash, requeueFailed } from "./store";

export type AddInput = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly collection?: string;
  readonly isExample?: boolean;
};
export type Added = { readonly documentId: string; readonly status: "queued" | "processing" | "ready"; readonly isNew: boolean };

/**
 * Takes a file into the owner's library and has it processed. The same bytes are one document: adding them again returns it, and tries again where
 * processing had failed. Refuses what is empty, too large or of a kind that cannot be read; then nothing is kept.
 */
export async function addDocument(
  ctx: Ctx,
  scope: OwnerScope,
  input: AddInput,
  options: { storage?: FileStorage; maxBytes?: number; most?: number } = {},
): Promise<Added> {
  const { bytes } = input;
  const fileName = tidyFileName(input.fileName);
  const maxBytes = options.maxBytes ?? config().files.maxBytes;
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  const sniffed = sniff(bytes, fileName);
  if (!sniffed.ok) throw new AppError(bytes.length === 0 ? "bad_request" : "unsupported", sniffed.reason);
  const most = options.most ?? limits.documents;
  if ((await countDocuments(ctx.db, scope)) >= most && !(await findByHash(ctx.db, scope, sha256(bytes))))
    throw new AppError("conflict", `Your library has ${most.toLocaleString("en")} documents, and that is as many as it takes. Delete some first.`);
  const storage = options.storage ?? fileStorage();
  const hash = await storage.put(bytes);
  const added = await ctx.db.transaction(async (tx): Promise<Added> => {
    await lockHash(tx, hash);
    const documentId = newId();
    const isNew = await insertDocument(tx, {
      id: documentId,
      ownerId: scope.ownerId,
      hash,
      fileName,
      mediaType: mediaTypes[sniffed.format],
      bytes: bytes.length,
      status: "queued",
      collection: input.collection ?? null,
      isExample: input.isExample ?? false,
      createdAt: ctx.clock.now(),
    });
    if (!isNew) {
      const known = await findByHash(tx, scope, hash);
      if (!known) throw new Error("A document that is there could not be read.");
      if (known.status !== "failed") return { documentId: known.id, status: known.status, isNew: false };
      // Of those who add it at once one tries again: what that has begun is not forgotten by the others.
      if (!(await requeueFailed(tx, scope, known.id))) return { documentId: known.id, status: "queued", isNew: false };
      await clearSteps(tx, known.id);
      await recordAudit(tx, ctx, {
        action: "document.retry",
        entity: "document",
        entityId: known.id,
        before: { status: "failed" },
        after: { status: "queued" },
      });
      return { documentId: known.id, status: "queued", isNew: false };
    }
    await openLibraryStream(tx, scope);
    await recordAudit(tx, ctx, {
      action: "document.add",
      entity: "document",
      entityId: documentId,
      after: { hash, bytes: bytes.length, status: "queued" },
    });
    await recordProgress(tx, libraryStream(scope.ownerId), ctx.clock.now(), {
      type: "document.added",
      body: { documentId },
      dedupeKey: `added:${documentId}`,
    });
    return { documentId, status: "queued", isNew: true };
  });
  // Somebody may have deleted the same file between its keeping and its row; from the row on nobody lets go of it.
  await storage.put(bytes);
  if (added.status === "queued")
    await ctx.events.send([{ name: documentAdded.name, data: { documentId: added.documentId, ownerId: scope.ownerId } }]);
  return added;
}

export function tooLarge(maxBytes: number): AppError {
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  return new AppError(
    "too_large",
    `The file is larger than ${megabytes} MB, the limit for one file. Split it, or ask the operator to raise the limit.`,
  );
}
