import type { Queryable } from "@/db/client";
import { secondsTaken } from "./store";

/** The providers with those first that took longest for this request so far: a category waits for its slowest, which is to be under way before the others. */
export async function slowestFirst(db: Queryable, requestId: string, providers: readonly string[]): Promise<string[]> {
  const taken = await secondsTaken(db, requestId);
  return providers.toSorted((a, b) => (taken.get(b) ?? 0) - (taken.get(a) ?? 0));
}
