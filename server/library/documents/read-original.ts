import type { Ctx, OwnerScope } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { fileStorage, type StoredFile } from "./adapters/storage";
import { readSummary } from "./store";

export type { StoredFile };

export type Original = {
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Reads the stored bytes; "not found" where they are gone. */
  readonly bytes: () => Promise<Uint8Array>;
  /** The stored file to be read in stretches; null where it is given out whole or not at all. */
  readonly open: () => Promise<StoredFile | null>;
};

/** The file of a document that the caller may read, as it was added. */
export async function readOriginal(ctx: Pick<Ctx, "db">, scope: OwnerScope, { documentId }: { documentId: string }): Promise<Original> {
  const row = await readSummary(ctx.db, scope, documentId);
  if (!row) throw notFound("document");
  const { hash, fileName, mediaType } = row;
  return {
    ...{ hash, fileName, mediaType },
    bytes: async () => {
      const bytes = await fileStorage().get(hash);
      if (!bytes) throw notFound("document");
      return bytes;
    },
    open: async () => (await fileStorage().open?.(hash)) ?? null,
  };
}
