import type { Queryable } from "@/db/client";
import { ownerScope } from "@/server/platform/context";
import { seriesOf } from "./core/series";
import { findSeries, type RequestRow } from "./store";

/** All editions of a request's subject by the same owner, oldest first, those under way included. */
export async function readSeries(db: Queryable, request: Pick<RequestRow, "id" | "seriesId" | "ownerId">): Promise<RequestRow[]> {
  return findSeries(db, ownerScope(request.ownerId), seriesOf(request));
}
