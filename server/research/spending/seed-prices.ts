// Shipped prices enter the table here and nowhere else. A model whose price an administrator ever set is theirs.
import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/db/client";
import { recordAudit } from "@/server/audit/record";
import { type Clock, systemClock } from "@/server/platform/clock";
import { config } from "@/server/platform/config";
import { newId } from "@/server/platform/ids";
import { priceAt } from "./core/price";
import { shippedPrices } from "./core/shipped-prices";
import { insertPrice, type PriceRow, pricesOf } from "./price-store";

const author = "seed";

/** Brings the shipped prices of the configured models into the table; run again with the same prices it adds nothing. */
export async function seedPrices(db: Db, clock: Clock = systemClock): Promise<{ added: number }> {
  const models = Object.entries(config().engines).map(([provider, { model }]) => ({ provider, model }));
  const now = clock.now();
  return db.transaction(async (tx) => {
    let added = 0;
    for (const { provider, model } of models) {
      const known: Pick<PriceRow, "version" | "prices" | "validFrom" | "validTo" | "origin">[] = await pricesOf(tx, provider, model);
      if (known.some((row) => row.origin === "admin")) continue;
      const first = known.length === 0;
      for (const shipped of shippedPrices(provider, model)) {
        if (!first && shipped.validTo !== null && shipped.validTo <= now) continue;
        // What was charged yesterday was charged at yesterday's price.
        const validFrom = first || shipped.validFrom > now ? shipped.validFrom : now;
        if (isDeepStrictEqual(priceAt(known, validFrom)?.prices, shipped.prices)) continue;
        const version = known.length + 1;
        const row = { provider, model, version, prices: shipped.prices, validFrom, validTo: shipped.validTo, origin: "seed" as const };
        if (!(await insertPrice(tx, { id: newId(), ...row, changedBy: author, reason: null, createdAt: now }))) continue;
        known.push(row);
        added += 1;
      }
    }
    const ctx = { actor: { kind: "system", name: author } as const, clock, requestId: newId() };
    if (added > 0) await recordAudit(tx, ctx, { action: "price.seed", entity: "provider_price", entityId: "shipped", after: { added } });
    return { added };
  });
}
