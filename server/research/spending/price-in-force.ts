import type { Queryable } from "@/db/client";
import { priceAt } from "./core/price";
import type { KnownPrice } from "./core/price-answer";
import { pricesOf } from "./price-store";

/** What a provider's model costs at a moment; null when the table has no price for it. */
export async function priceInForce(db: Queryable, provider: string, model: string | null, moment: Date): Promise<KnownPrice | null> {
  if (model === null) return null;
  const row = priceAt(await pricesOf(db, provider, model), moment);
  return row ? { prices: row.prices, origin: row.origin } : null;
}
