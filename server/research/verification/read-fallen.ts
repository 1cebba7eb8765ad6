import type { Queryable } from "@/db/client";
import { readLadders } from "./read-ladders";

export type Fall = "retracted" | "gone";

/**
 * Which of the sources no sentence may rest on alone, and why: works that were retracted, and addresses that are not there, whose words nobody can
 * read again. What is blocked, or was not looked at, has not fallen.
 */
export async function readFallen(db: Queryable, sourceIds: readonly string[]): Promise<ReadonlyMap<string, Fall>> {
  const ladders = await readLadders(db, sourceIds, null);
  return new Map(
    sourceIds.flatMap((id): [string, Fall][] => {
      const failed = new Set(ladders.get(id)?.flatMap(({ rung, state }) => (state === "failed" ? [rung] : [])));
      if (failed.has("not_retracted")) return [[id, "retracted"]];
      return failed.has("resolved") || failed.has("alive") ? [[id, "gone"]] : [];
    }),
  );
}
