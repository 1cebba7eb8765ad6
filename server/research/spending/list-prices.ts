import type { Ctx } from "@/server/platform/context";
import { priceAt } from "./core/price";
import { allPrices } from "./price-store";
import type { PriceEntry } from "./schema";

/** Every version of every price, by provider and model, the latest first. */
export async function listPrices(ctx: Pick<Ctx, "db" | "clock">): Promise<PriceEntry[]> {
  const rows = await allPrices(ctx.db);
  const now = ctx.clock.now();
  const groups = Map.groupBy(rows, (row) => `${row.provider} ${row.model}`);
  return [...groups.values()].flatMap((group) => {
    const counting = priceAt(group, now);
    return group.map((row) => ({
      provider: row.provider,
      model: row.model,
      version: row.version,
      prices: row.prices,
      validFrom: row.validFrom.toISOString(),
      validTo: row.validTo?.toISOString() ?? null,
      origin: row.origin,
      changedBy: row.changedBy,
      reason: row.reason,
      inForce: row === counting,
    }));
  });
}
