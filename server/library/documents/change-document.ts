import { recordAudit } from "@/server/audit/record";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { isCollection } from "../collections/is-collection";
import { touchIndex } from "../search/touch-index";
import { tell } from "./run-step";
import type { DocumentChange } from "./schema";
import { lockDocument, writeChange } from "./store";

/** Changes what its owner may say of a document: its kind, its collection, who may read it. What is not given stays. */
export async function changeDocument(ctx: Ctx, scope: OwnerScope, { documentId, ...change }: DocumentChange): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await lockDocument(tx, scope, documentId);
    if (!row) throw notFound("document");
    const { kind, collection, visibility } = change;
    if (collection && !(await isCollection(tx, scope, collection))) throw notFound("collection");
    await writeChange(tx, scope, documentId, {
      ...(kind ? { kind, kindReason: null } : {}),
      ...(collection === undefined ? {} : { collection }),
      ...(visibility ? { visibility } : {}),
    });
    await touchIndex(tx, scope);
    const before = { kind: row.kind, visibility: row.visibility, hasCollection: row.collection !== null };
    const after = {
      kind: kind ?? row.kind,
      visibility: visibility ?? row.visibility,
      hasCollection: (collection === undefined ? row.collection : collection) !== null,
    };
    await recordAudit(tx, ctx, { action: "document.change", entity: "document", entityId: documentId, before, after });
    await tell(tx, ctx, scope.ownerId, "document.changed", { documentId });
  });
}
