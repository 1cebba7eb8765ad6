import { type Ctx, type OwnerScope, ownerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { addFolder } from "./add-folder";
import { readDocuments } from "./read-documents";
import { waitForDocuments } from "./wait-for-documents";

export type FolderInLibrary = {
  readonly documentIds: readonly string[];
  /** Hashes of the files, sorted: they tell whether a later command asks the same. */
  readonly hashes: readonly string[];
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
};

/** Adds a folder and waits until every file of it can be searched or has said why not. */
export async function readFolderIntoLibrary(ctx: Ctx, scope: OwnerScope, input: { folder: string }): Promise<FolderInLibrary> {
  const { added, refused } = await addFolder(ctx, scope, input);
  const waited = await waitForDocuments(
    ctx,
    scope,
    added.map((file) => file.documentId),
  );
  const failed = new Set(waited.failed.map((document) => document.documentId));
  const ready = added.filter((file) => !failed.has(file.documentId)).map((file) => file.documentId);
  const hashes = (await readDocuments(ctx, scope, ready)).map((document) => document.hash);
  const unread = waited.failed.map((document) => ({ file: document.fileName, reason: document.reason }));
  return { documentIds: ready, hashes: hashes.sort(), refused: [...refused, ...unread] };
}

/** The command line's own account, which only this machine can use. */
const operatorId = "operator";

/** Reads a folder of this machine for the command line; nobody else may name one. */
export async function addFolderForOperator(ctx: Ctx, input: { folder: string }): Promise<FolderInLibrary> {
  if (ctx.actor.kind !== "user" || ctx.actor.userId !== operatorId)
    throw new AppError("forbidden", "Only the command line on this machine may name a folder.");
  return readFolderIntoLibrary(ctx, ownerScope(ctx.actor.userId), input);
}
