import { recordAudit } from "@/server/audit/record";
import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { loadPack } from "../categories/load-pack";
import { resolveSubject } from "../subjects/resolve-subject";
import { claimCategories } from "./claim-categories";
import { tell } from "./progress";
import { categoriesOf, findRequest, updateRequestIf } from "./store";

export type StartedRequest = {
  /** Categories to start now; empty when there is nothing to do. */
  readonly started: readonly string[];
  /** When the request ends with what it has, ISO 8601; null when it has ended already. */
  readonly endsAt: string | null;
};

/** Begins a round of a request: resolves the subject and claims the first categories. Repeating it changes nothing. */
export async function startRequest(ctx: Ctx, input: { requestId: string; round: number }): Promise<StartedRequest> {
  const request = await findRequest(ctx.db, "system", input.requestId);
  if (!request || request.round !== input.round || (request.status !== "pending" && request.status !== "processing"))
    return { started: [], endsAt: null };
  const identity =
    request.identity ?? (await resolveSubject(ctx, { subject: request.subject, kind: (await loadPack(ctx.db, request.packSlug)).subjectKind }));
  const startedAt = request.startedAt ?? ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const begun = await updateRequestIf(tx, request.id, ["pending"], { status: "processing", startedAt, identity });
    if (!begun) return;
    const categories = await categoriesOf(tx, [request.id]);
    await recordAudit(tx, ctx, {
      action: "request.start",
      entity: "request",
      entityId: request.id,
      before: { status: "pending" },
      after: { status: "processing", round: input.round },
    });
    await tell(tx, ctx, request.id, "request.started", { categories: categories.length, providers: request.providers }, String(input.round));
    await tell(
      tx,
      ctx,
      request.id,
      "subject.resolved",
      { name: identity.name, resolvedBy: identity.resolvedBy, ids: identity.ids },
      String(input.round),
    );
  });
  const started = await claimCategories(ctx, { requestId: request.id });
  return { started, endsAt: new Date(startedAt.getTime() + config().research.endMs).toISOString() };
}
