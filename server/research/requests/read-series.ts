import type { Queryable } from "@/db/client";
import { ownerScope } from "@/server/platform/context";
import { findSeries, isOpenStatus, type RequestRow } from "./store";

/** The series that a request belongs to; the first request of a series names it. */
export const seriesOf = (request: Pick<RequestRow, "id" | "seriesId">): string => request.seriesId ?? request.id;

/** All editions of a request's subject by the same owner, oldest first, those under way included. */
export async function readSeries(db: Queryable, request: Pick<RequestRow, "id" | "seriesId" | "ownerId">): Promise<RequestRow[]> {
  return findSeries(db, ownerScope(request.ownerId), seriesOf(request));
}

/** Whether an edition has ended and says anything that another can be compared with. */
export function isEdition(request: Pick<RequestRow, "status">): boolean {
  return request.status === "completed" || request.status === "partial_failure";
}

export function isUnderWay(request: Pick<RequestRow, "status">): boolean {
  return isOpenStatus(request.status);
}
