import type { Queryable } from "@/db/client";
import { config } from "@/server/platform/config";
import type { ProviderInfo } from "../providers/schema";
import { type Guard, guardOf } from "./core/guard";
import type { KnownPrice } from "./core/price-answer";
import { priceInForce } from "./price-in-force";
import { dearestCall } from "./store";

/** Calls longer ago say little about what one costs now. */
const memoryMs = 30 * 24 * 3_600_000;

/** What one question to a provider is expected to cost at a moment and what is set aside for it, with the price that counts. */
export async function guardFor(db: Queryable, info: ProviderInfo, moment: Date): Promise<{ guard: Guard; price: KnownPrice | null }> {
  const model = modelOf(info);
  const price = await priceInForce(db, info.id, model, moment);
  const paid = price !== null || info.estimateUsd > 0 || model !== null;
  const dearestTicks = paid ? await dearestCall(db, info.id, model, new Date(moment.getTime() - memoryMs)) : 0;
  const { unknownCallUsd: unknownUsd } = config().spending;
  const prices = price?.prices ?? null;
  return { guard: guardOf({ provider: info.id, model, prices, statedUsd: info.estimateUsd, unknownUsd, dearestTicks }), price };
}

/** The model an engine is set up to ask; null for what has none. */
export function modelOf(info: Pick<ProviderInfo, "id" | "kind">): string | null {
  if (info.kind !== "engine") return null;
  const engines: Readonly<Record<string, { readonly model: string }>> = config().engines;
  return engines[info.id]?.model ?? null;
}
