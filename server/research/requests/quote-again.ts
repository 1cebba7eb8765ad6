// What asking one provider of a category once more would cost, or why it cannot be asked. The page and the use case say the same.
import type { Ctx } from "@/server/platform/context";
import { loadCategoryVersion } from "../categories/load-version";
import { findProvider } from "../providers/registry";
import { availableProviders } from "../resilience/available-providers";
import { restingReason } from "../resilience/breakers";
import { quoteCalls } from "../spending/quote-calls";
import { askedBy } from "./plan-category";
import { isOpenStatus, isSettled, type RequestCategoryRow, type RequestRow } from "./store";

export type AgainQuote = {
  /** US dollars; null: no price is known. */
  readonly usd: number | null;
  /** What is set aside while the call is under way. */
  readonly mostUsd: number;
  readonly reason: string;
  /** Why it cannot be asked now, in one sentence; null when it can. */
  readonly refusal: string | null;
};

/** By provider, for every provider of the request that can answer the category, or for `only` one of them. */
export async function quoteAgain(
  ctx: Pick<Ctx, "db" | "clock">,
  request: RequestRow,
  category: RequestCategoryRow,
  only?: string,
): Promise<ReadonlyMap<string, AgainQuote>> {
  const definition = await loadCategoryVersion(ctx.db, category.categoryId, category.categoryVersion);
  const ids = new Set(askedBy(definition, request.providers));
  const providers = (await availableProviders(ctx.db)).filter((info) => ids.has(info.id) && (only === undefined || info.id === only));
  const quotes = await quoteCalls(ctx.db, providers, { ownerId: request.ownerId, request }, ctx.clock.now());
  const general = notNow(request, category);
  const again = new Map<string, AgainQuote>();
  for (const info of providers) {
    const quote = quotes.get(info.id);
    const provider = findProvider(info.id);
    if (!quote || !provider) continue;
    const resting =
      info.kind === "library" ? null : ((await restingReason(ctx, provider))?.replace(" was not asked: ", " cannot be asked now: ") ?? null);
    const off = info.off === null ? null : `${info.name} cannot be asked: ${info.off}`;
    const money = quote.refusal === null ? null : `${info.name} cannot be asked: ${quote.refusal}`;
    again.set(info.id, { ...quote, refusal: general ?? off ?? resting ?? money });
  }
  return again;
}

function notNow(request: RequestRow, category: RequestCategoryRow): string | null {
  if (isOpenStatus(request.status) || !isSettled(category)) return "This request is still running.";
  return category.state === "cancelled" ? "This category was broken off. Retry takes it up first." : null;
}
