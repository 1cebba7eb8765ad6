import type { Queryable } from "@/db/client";
import type { ProviderInfo } from "../providers/schema";
import { toUsd } from "./core/money";
import { guardFor } from "./guard-for";
import { limitsOf, refusalOf, verdictsOn } from "./reserve-call";

type Asker = { readonly ownerId: string; readonly request: { readonly id: string; readonly capUsd: number } };
export type CallQuote = {
  /** US dollars; null: no price is known. */
  readonly usd: number | null;
  /** What is set aside while the call is under way. */
  readonly mostUsd: number;
  /** Where the figure comes from, or why there is none. */
  readonly reason: string;
  /** Why the money for it is not there, as the end of a sentence; null when it is. */
  readonly refusal: string | null;
};

/** What one more question to each provider would cost within a request, and whether the caps leave room for it. By provider. */
export async function quoteCalls(db: Queryable, providers: readonly ProviderInfo[], asker: Asker, now: Date): Promise<Map<string, CallQuote>> {
  const limits = await limitsOf(db, asker, now);
  const quotes = new Map<string, CallQuote>();
  for (const info of providers) {
    const { guard } = await guardFor(db, info, now);
    const free = guard.reserveTicks === 0;
    const refusal = free ? null : refusalOf(verdictsOn(limits, guard), guard);
    quotes.set(info.id, { usd: guard.usd, mostUsd: toUsd(guard.reserveTicks), reason: guard.reason, refusal });
  }
  return quotes;
}
