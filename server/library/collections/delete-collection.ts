import { recordAudit } from "@/server/audit/record";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { touchIndex } from "../search/touch-index";
import { readCollection, removeCollection } from "./store";

/** Deletes a collection; its documents stay in the library. Says how many stood on it. */
export async function deleteCollection(ctx: Ctx, scope: OwnerScope, { collectionId }: { collectionId: string }): Promise<{ documents: number }> {
  return ctx.db.transaction(async (tx) => {
    const known = await readCollection(tx, scope, collectionId);
    if (!known) throw notFound("collection");
    const documents = await removeCollection(tx, scope, collectionId, known.name);
    await touchIndex(tx, scope);
    await recordAudit(tx, ctx, { action: "collection.delete", entity: "collection", entityId: collectionId, before: { documents }, after: null });
    return { documents };
  });
}
