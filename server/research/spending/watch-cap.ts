import type { Queryable } from "@/db/client";
import type { Sums } from "./core/admission";
import { exactUsd } from "./core/money";
import { utcMonth } from "./core/month";
import { capOfWatch, sumsOfWatch, watchOf } from "./store";

export type WatchCap = { readonly capUsd: number; readonly sums: Sums; readonly of: string };

/** What all runs of a watch may spend in the month, and have spent; null where it has no cap of its own. */
export async function watchCap(db: Queryable, watchId: string, now: Date): Promise<WatchCap | null> {
  const capUsd = await capOfWatch(db, watchId);
  if (capUsd === null) return null;
  const month = utcMonth(now);
  return { capUsd: exactUsd(capUsd), sums: await sumsOfWatch(db, watchId, month), of: `the cap of its watch for ${month.name}` };
}

/** The same by a request that a watch set going; null for any other. */
export async function watchCapOf(db: Queryable, requestId: string, now: Date): Promise<WatchCap | null> {
  const watchId = await watchOf(db, requestId);
  return watchId === null ? null : watchCap(db, watchId, now);
}
