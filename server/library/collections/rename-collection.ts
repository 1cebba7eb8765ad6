import { recordAudit } from "@/server/audit/record";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { sha256 } from "@/server/platform/hash";
import { touchIndex } from "../search/touch-index";
import { isNameTaken, readCollection, renameRows } from "./store";

/** Gives a collection another name; its documents stay on it. */
export async function renameCollection(ctx: Ctx, scope: OwnerScope, { collectionId, name }: { collectionId: string; name: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const known = await readCollection(tx, scope, collectionId);
    if (!known) throw notFound("collection");
    if (await isNameTaken(tx, scope, name, collectionId))
      throw new AppError("conflict", "There is a collection of this name already. Choose another name.");
    await renameRows(tx, scope, collectionId, known.name, name);
    await touchIndex(tx, scope);
    const change = { before: { nameHash: hashOf(known.name) }, after: { nameHash: hashOf(name) } };
    await recordAudit(tx, ctx, { action: "collection.rename", entity: "collection", entityId: collectionId, ...change });
  });
}

/** The trail holds no words of people's. */
function hashOf(name: string): string {
  return sha256(new TextEncoder().encode(name));
}
