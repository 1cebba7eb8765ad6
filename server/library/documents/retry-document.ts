import { recordAudit } from "@/server/audit/record";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { documentAdded } from "./schema";
import { clearSteps, readSteps } from "./steps-store";
import { lockDocument, requeueFailed } from "./store";

/** Has a failed document processed again, or the parts of a ready one that failed; the file is still here. */
export async function retryDocument(ctx: Ctx, scope: OwnerScope, { documentId }: { documentId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await lockDocument(tx, scope, documentId);
    if (!row) throw notFound("document");
    const again = await requeueFailed(tx, scope, documentId);
    if (again) await clearSteps(tx, documentId);
    else if (row.status !== "ready" || !(await readSteps(tx, scope, [documentId])).some(({ status }) => status === "failed"))
      throw new AppError("conflict", "Nothing of this document failed, so there is nothing to try again.");
    const change = { before: { status: row.status }, after: { status: again ? "queued" : row.status } };
    await recordAudit(tx, ctx, { action: "document.retry", entity: "document", entityId: documentId, ...change });
  });
  await ctx.events.send([{ name: documentAdded.name, data: { documentId, ownerId: scope.ownerId } }]);
}
