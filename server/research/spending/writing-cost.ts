import type { Queryable } from "@/db/client";
import { toUsd } from "./core/money";
import { writingOf } from "./store";

export type WritingCost = { readonly usd: number; readonly unknown: number };

/** What the model that writes cost for a request, US dollars; null when it was not asked. */
export async function writingCost(db: Queryable, requestId: string): Promise<WritingCost | null> {
  const { calls, ticks, unknown } = await writingOf(db, requestId);
  return calls === 0 ? null : { usd: toUsd(ticks), unknown };
}
