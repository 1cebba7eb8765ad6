import type { Queryable } from "@/db/client";
import { type Rung, type RungResult, type RungState, rungs } from "./schema";
import { rungsOf, type VerificationRow } from "./store";

/** Ladders by source id. Rungs that depend on a category are taken from that category, or, without one, from the best of all. */
export async function readLadders(db: Queryable, sourceIds: readonly string[], requestCategoryId: string | null): Promise<Map<string, RungResult[]>> {
  const rows = await rungsOf(db, sourceIds);
  return new Map(
    sourceIds.map((id) => {
      const own = rows.filter(
        (row) => row.sourceId === id && (row.requestCategoryId === "" || requestCategoryId === null || row.requestCategoryId === requestCategoryId),
      );
      return [id, rungs.map((rung) => best(own, rung))];
    }),
  );
}

const rank: Record<RungState, number> = { passed: 3, failed: 2, unknown: 1, not_reached: 0 };

function best(rows: readonly VerificationRow[], rung: Rung): RungResult {
  const [row] = rows.filter((candidate) => candidate.rung === rung).sort((a, b) => rank[b.state] - rank[a.state]);
  if (!row) return { rung, state: "not_reached", method: "none", reason: "Not tried.", at: null };
  return { rung, state: row.state, method: row.method, reason: row.reason, at: row.at.toISOString() };
}
