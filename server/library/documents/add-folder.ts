import { readFile, stat } from "node:fs/promises";
import { config } from "@/server/platform/config";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { isAppError, messageOf } from "@/server/platform/errors";
import { walkFolder } from "./adapters/walk-folder";
import { addDocument, tooLarge } from "./add-document";

export type FolderReport = {
  readonly added: readonly { readonly file: string; readonly documentId: string; readonly isNew: boolean }[];
  /** Files that were not taken, each with one sentence why. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
};

/** Adds every readable file under a folder; those that are refused are named and keep none of the others out. */
export async function addFolder(
  ctx: Ctx,
  scope: OwnerScope,
  input: { folder: string; isExample?: boolean; onFile?: (file: string, done: number, total: number) => void },
): Promise<FolderReport> {
  const files = await walkFolder(input.folder);
  const added: { file: string; documentId: string; isNew: boolean }[] = [];
  const refused: { file: string; reason: string }[] = [];
  for (const [index, file] of files.entries()) {
    ctx.signal.throwIfAborted();
    try {
      const bytes = await readWithin(file.path, config().files.maxBytes);
      const { documentId, isNew } = await addDocument(ctx, scope, { bytes, fileName: file.relative, isExample: input.isExample ?? false });
      // A file that is there twice is one document.
      if (!added.some((one) => one.documentId === documentId)) added.push({ file: file.relative, documentId, isNew });
    } catch (error) {
      if (isSystemError(error)) refused.push({ file: file.relative, reason: `It cannot be read: ${messageOf(error)}. Check its permissions.` });
      else if (isAppError(error) && ["bad_request", "unsupported", "too_large", "conflict"].includes(error.code))
        refused.push({ file: file.relative, reason: error.userMessage });
      else throw error;
    }
    input.onFile?.(file.relative, index + 1, files.length);
  }
  return { added, refused };
}

async function readWithin(file: string, maxBytes: number): Promise<Uint8Array> {
  // Looked at before it is read: a file of many gigabytes must not fill the memory first.
  if ((await stat(file)).size > maxBytes) throw tooLarge(maxBytes);
  return new Uint8Array(await readFile(file));
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "path" in error;
}
