import type { Tx } from "@/db/client";
import { recordAudit } from "@/server/audit/record";
import { type Ctx, type OwnerScope, ownerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { sha256 } from "@/server/platform/hash";
import { newId } from "@/server/platform/ids";
import { programVersion } from "@/server/platform/version";
import { openStream } from "@/server/progress/record";
import { choose } from "./check-request";
import { streamOf } from "./progress";
import { submittedEvent } from "./reopen-request";
import type { SubmitRequest } from "./schema";
import { findByKey, insertCategories, insertRequest, type RequestRow } from "./store";

/** Submits a request for the actor's account. The same idempotency key is the same request, now or a day later. */
export async function submitRequest(ctx: Ctx, input: SubmitRequest): Promise<{ id: string; existing: boolean }> {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "Only an account can ask for research.");
  return placeRequest(ctx, ownerScope(ctx.actor.userId), input);
}

/** What a further edition of a subject goes on from. */
export type Lineage = {
  readonly seriesId: string;
  readonly previousId: string;
  /** What is to stand in the new request from the beginning, in the transaction that makes it. */
  readonly carry: (tx: Tx, made: { readonly requestId: string; readonly categories: readonly { id: string; slug: string }[] }) => Promise<void>;
};

/** Places a request for an account, whoever asks on its behalf. */
export async function placeRequest(
  ctx: Ctx,
  scope: OwnerScope,
  input: SubmitRequest,
  lineage: Lineage | null = null,
): Promise<{ id: string; existing: boolean }> {
  const known = await findByKey(ctx.db, scope, input.idempotencyKey);
  if (known) {
    await announcePending(ctx, known);
    return { id: known.id, existing: true };
  }
  const { pack, categories, providers } = await choose(ctx.db, input);
  const id = newId();
  const inserted = await ctx.db.transaction(async (tx) => {
    const fresh = await insertRequest(tx, {
      id,
      ownerId: scope.ownerId,
      subject: input.subject,
      packSlug: pack.slug,
      packName: pack.name,
      packVersion: pack.version,
      providers: providers.map((provider) => provider.id),
      documentIds: input.documentIds,
      status: "pending",
      idempotencyKey: input.idempotencyKey,
      capUsd: input.capUsd,
      fresh: input.fresh ?? false,
      sharePassages: input.sharePassages ?? false,
      createdAt: ctx.clock.now(),
      seriesId: lineage?.seriesId ?? null,
      previousId: lineage?.previousId ?? null,
      programVersion,
    });
    if (!fresh) return false;
    const rows = categories.map((category, index) => ({
      id: newId(),
      requestId: id,
      categoryId: category.id,
      categoryVersion: category.version,
      slug: category.slug,
      name: category.name,
      position: index + 1,
      state: "queued" as const,
    }));
    await insertCategories(tx, rows);
    await lineage?.carry(tx, { requestId: id, categories: rows });
    await openStream(tx, { id: streamOf(id), kind: "request", ownerId: scope.ownerId });
    await recordAudit(tx, ctx, {
      action: "request.submit",
      entity: "request",
      entityId: id,
      after: {
        subjectHash: sha256(input.subject),
        pack: pack.slug,
        packVersion: pack.version,
        categories: categories.length,
        providers: providers.map((p) => p.id),
        ...(lineage ? { series: lineage.seriesId, previous: lineage.previousId } : {}),
      },
    });
    return true;
  });
  if (!inserted) {
    const twin = await findByKey(ctx.db, scope, input.idempotencyKey);
    if (!twin) throw new AppError("internal", "The request could not be stored. Nothing was started; submit it again.");
    return { id: twin.id, existing: true };
  }
  // Should the process die before this, whoever submits it again sends the same event, and else the sweeper.
  await announcePending(ctx, { id, status: "pending", round: 1 });
  return { id, existing: false };
}

/** Sends the event that starts a request which has not been started. The event has one id, so that sent again it starts nothing twice. */
export async function announcePending(ctx: Pick<Ctx, "events">, { id, status, round }: Pick<RequestRow, "id" | "status" | "round">): Promise<void> {
  if (status === "pending") await ctx.events.send([submittedEvent(id, round)]);
}
