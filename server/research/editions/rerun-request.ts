import { type Ctx, ownerScope } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { loadPack } from "../categories/load-pack";
import { carryOverrides } from "../conflicts/carry-overrides";
import { isEdition, isUnderWay, seriesOf } from "../requests/core/series";
import { type RequestRow, readRequestCategories } from "../requests/read-requests";
import { readSeries } from "../requests/read-series";
import { placeRequest } from "../requests/submit-request";
import { visibleRequest } from "../requests/visible-request";
import { availableProviders } from "../resilience/available-providers";

export type RunAgain = { readonly idempotencyKey: string /** Stored answers may not stand for new ones. */; readonly fresh: boolean };

/** Runs a request of the actor's again as a further edition of its series: same subject, pack, categories, providers, documents and cap. */
export async function rerunRequest(ctx: Ctx, input: { id: string } & RunAgain): Promise<{ id: string }> {
  const request = await visibleRequest(ctx, input.id);
  // It spends the owner's money: an administrator may look, not ask.
  if (ctx.actor.kind !== "user" || ctx.actor.userId !== request.ownerId) throw notFound("request");
  return runAgain(ctx, request, input);
}

/** The same on behalf of the owner, for who has made sure of the right to. */
export async function runAgain(ctx: Ctx, request: RequestRow, { idempotencyKey, fresh }: RunAgain): Promise<{ id: string }> {
  const series = await readSeries(ctx.db, request);
  const known = series.find((edition) => edition.idempotencyKey === idempotencyKey);
  if (known) return { id: known.id };
  if (series.some(isUnderWay)) throw new AppError("conflict", "An edition of this is being made already. Wait for its end, then run it again.");
  const previous = series.findLast(isEdition) ?? request;
  const categories = await readRequestCategories(ctx.db, [previous.id]);
  const active = new Set((await loadPack(ctx.db, request.packSlug)).categories.map((category) => category.slug));
  const askable = new Set((await availableProviders(ctx.db)).filter((provider) => provider.off === null).map((provider) => provider.id));
  const providers = request.providers.filter((provider) => askable.has(provider));
  const slugs = categories.map((category) => category.slug).filter((slug) => active.has(slug));
  if (slugs.length === 0) throw new AppError("conflict", "None of its categories is active any more. Ask anew and choose others.");
  if (providers.length === 0) throw new AppError("conflict", "None of its providers can be asked now. Set a key or ask anew with others.");
  const input = {
    subject: request.subject,
    pack: request.packSlug,
    categories: slugs,
    providers,
    documentIds: request.documentIds,
    capUsd: request.capUsd,
    sharePassages: request.sharePassages,
    fresh,
    idempotencyKey,
  };
  const placed = await placeRequest(ctx, ownerScope(request.ownerId), input, {
    seriesId: seriesOf(request),
    previousId: previous.id,
    carry: (tx, made) => carryOverrides(tx, { requestId: previous.id, categories }, made),
  });
  return { id: placed.id };
}
