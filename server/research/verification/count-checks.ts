import type { Queryable } from "@/db/client";
import type { Coverage } from "../requests/schema";
import type { RungState } from "./schema";
import { ownRungsOf } from "./store";

/** How the sources of a category stand, for its coverage. */
export async function countChecks(db: Queryable, requestCategoryId: string): Promise<NonNullable<Coverage["checks"]>> {
  const rungs = await ownRungsOf(db, requestCategoryId);
  const of = (rung: string, state: RungState) => rungs.filter((each) => each.rung === rung && each.state === state).length;
  return {
    sources: new Set(rungs.map((each) => each.sourceId)).size,
    alive: of("alive", "passed"),
    dead: of("alive", "failed"),
    open: of("alive", "unknown"),
    unread: of("alive", "not_reached"),
    retracted: of("not_retracted", "failed"),
    misidentified: of("identified", "failed"),
  };
}
