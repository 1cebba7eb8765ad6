import type { Queryable } from "@/db/client";
import { config } from "@/server/platform/config";
import { priceAt } from "./core/price";
import type { KnownPrice } from "./core/price-answer";
import { pricesOf } from "./price-store";
import type { UnitPrices } from "./schema";

/** What a provider's model costs at a moment: as an administrator set it, else as the environment says, else as shipped; null when nobody knows. */
export async function priceInForce(db: Queryable, provider: string, model: string | null, moment: Date): Promise<KnownPrice | null> {
  if (model === null) return null;
  const { engines, standins } = config();
  const settings: Readonly<Record<string, UnitPrices | null>> = { openai: engines.openai.price, gemini: engines.gemini.price };
  const prices = settings[provider] ?? null;
  const set: KnownPrice | null = prices ? { prices, origin: "operator" } : null;
  // Stand-ins charge prices of their own.
  if (standins.on) return set;
  const row = priceAt(await pricesOf(db, provider, model), moment);
  return row && (row.origin === "admin" || set === null) ? { prices: row.prices, origin: row.origin } : set;
}
