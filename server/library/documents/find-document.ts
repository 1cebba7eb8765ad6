import type { Ctx, OwnerScope } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { findByHash, findSharedByHash } from "./store";

/** Which of the documents that a person may read has these bytes: editions name files by SHA-256, so that their citations outlive a deleted and re-added document. */
export async function findDocument(ctx: Pick<Ctx, "db">, scope: OwnerScope, { hash }: { hash: string }): Promise<{ documentId: string }> {
  const row = (await findByHash(ctx.db, scope, hash)) ?? (await findSharedByHash(ctx.db, hash));
  if (!row) throw notFound("document");
  return { documentId: row.id };
}
