import type { Ctx } from "@/server/platform/context";
import type { ProviderInfo } from "../providers/schema";
import { callFigures } from "../spending/call-figures";
import { availableProviders } from "./available-providers";
import { allBreakers } from "./store";

export type ProviderStanding = ProviderInfo & {
  /** It failed again and again and is left alone until then (ISO 8601); null when it is not. */
  readonly rests: { readonly until: string; readonly reason: string } | null;
  /** How long half of its answers of the last 24 hours took at most, milliseconds; null where none was measured. */
  readonly p50Ms: number | null;
};

/** Every provider with how it fares now: for whoever chooses among them. */
export async function providerStates(ctx: Pick<Ctx, "db" | "clock">): Promise<ProviderStanding[]> {
  const now = ctx.clock.now();
  const breakers = (await allBreakers(ctx.db)).filter((row) => row.openedUntil > now);
  const figures = await callFigures(ctx.db, now);
  return (await availableProviders(ctx.db)).map((info) => {
    const breaker = breakers.find((row) => row.provider === info.id);
    const rests = breaker ? { until: breaker.openedUntil.toISOString(), reason: breaker.reason } : null;
    return { ...info, rests, p50Ms: figures.get(info.id)?.calls.p50Ms ?? null };
  });
}
