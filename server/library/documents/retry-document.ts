import { recordAudit } from "@/server/audit/record";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { documentAdded } from "./schema";
import { lockDocument, requeueFailed } from "./store";

/** Has a failed document processed again; its file is still here. */
export async function retryDocument(ctx: Ctx, scope: OwnerScope, { documentId }: { documentId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    if (!(await lockDocument(tx, scope, documentId))) throw notFound("document");
    if (!(await requeueFailed(tx, scope, documentId))) throw new AppError("conflict", "Only a document that failed can be tried again.");
    const change = { before: { status: "failed" }, after: { status: "queued" } };
    await recordAudit(tx, ctx, { action: "document.retry", entity: "document", entityId: documentId, ...change });
  });
  await ctx.events.send([{ name: documentAdded.name, data: { documentId, ownerId: scope.ownerId } }]);
}
