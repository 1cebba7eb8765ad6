import { recordAudit } from "@/server/audit/record";
import { actorName, type Ctx } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { newId } from "@/server/platform/ids";
import { findProvider } from "../providers/registry";
import { insertPrice, pricesOf } from "./price-store";
import { type SetPrice, setPriceSchema } from "./schema";

/** Puts a new price of an engine's model into the table; earlier ones stay for the days they counted. Throws `forbidden`, `bad_request`, `not_found`, `conflict`. */
export async function setPrice(ctx: Ctx, input: SetPrice): Promise<{ version: number }> {
  const { actor } = ctx;
  if (actor.kind !== "user" || actor.role !== "admin" || actor.status !== "approved")
    throw new AppError("forbidden", "Only administrators may change a price.");
  const parsed = setPriceSchema.safeParse(input);
  if (!parsed.success) throw new AppError("bad_request", parsed.error.issues[0]?.message ?? "The price is not valid.", { cause: parsed.error });
  const { provider, model, prices, validFrom, validTo, version, reason } = parsed.data;
  if (findProvider(provider)?.info().kind !== "engine") throw notFound("answer engine");
  return ctx.db.transaction(async (tx) => {
    const known = await pricesOf(tx, provider, model);
    const latest = known.at(-1);
    const next = version + 1;
    const row = {
      id: newId(),
      provider,
      model,
      version: next,
      prices,
      validFrom: new Date(validFrom),
      validTo: validTo === null ? null : new Date(validTo),
      origin: "admin" as const,
      changedBy: actorName(actor),
      reason,
      createdAt: ctx.clock.now(),
    };
    if ((latest?.version ?? 0) !== version || !(await insertPrice(tx, row)))
      throw new AppError("conflict", "Somebody else changed this price meanwhile. Nothing of yours was saved; reload and try again.");
    await recordAudit(tx, ctx, {
      action: "price.set",
      entity: "provider_price",
      entityId: `${provider}:${model}`,
      before: latest ? { version, prices: latest.prices } : null,
      after: { version: next, prices, validFrom, validTo },
      reason,
    });
    return { version: next };
  });
}
