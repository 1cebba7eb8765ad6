import type { Queryable } from "@/db/client";
import { readLadders } from "./read-ladders";

/** Which of the sources are known to have been retracted. Nothing rests on such a work; that it was brought, and what it says, stays on record. */
export async function readRetracted(db: Queryable, sourceIds: readonly string[]): Promise<ReadonlySet<string>> {
  const ladders = await readLadders(db, sourceIds, null);
  return new Set(sourceIds.filter((id) => ladders.get(id)?.some(({ rung, state }) => rung === "not_retracted" && state === "failed")));
}
