import { recordAudit } from "@/server/audit/record";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { newId } from "@/server/platform/ids";
import { mostCollections } from "./schema";
import { insertCollection, isNameTaken, readCollections } from "./store";

/** Makes an empty collection. */
export async function createCollection(ctx: Ctx, scope: OwnerScope, { name }: { name: string }): Promise<{ collectionId: string }> {
  const collectionId = newId();
  await ctx.db.transaction(async (tx) => {
    if ((await readCollections(tx, scope)).length >= mostCollections)
      throw new AppError("conflict", `There are ${mostCollections} collections already. Delete one that is no longer used.`);
    const free = !(await isNameTaken(tx, scope, name));
    if (!free || !(await insertCollection(tx, { id: collectionId, ownerId: scope.ownerId, name, createdAt: ctx.clock.now() })))
      throw new AppError("conflict", "There is a collection of this name already. Choose another name.");
    await recordAudit(tx, ctx, { action: "collection.create", entity: "collection", entityId: collectionId, after: { documents: 0 } });
  });
  return { collectionId };
}
