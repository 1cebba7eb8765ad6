import type { Queryable } from "@/db/client";
import type { Visit } from "./schema";
import { recentVisit, visitOf } from "./visit-store";

/** A look at the address since then that could tell something, for whichever source it was made; null when there is none. */
export async function findRecentVisit(db: Queryable, url: string, since: Date): Promise<Visit | null> {
  const row = await recentVisit(db, url, since);
  const visit = row && visitOf(row);
  return visit && visit.judgement.state !== "unknown" && visit.judgement.state !== "not_checked" ? visit : null;
}
