import type { Queryable } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { readAtOnce } from "@/server/platform/read-at-once";
import { isEdition } from "../requests/core/series";
import type { RequestRow } from "../requests/read-requests";
import { readSeries } from "../requests/read-series";
import { visibleRequest } from "../requests/visible-request";
import type { Changes, EditionComparison, SeriesEntry } from "./changes/schema";
import { compareEditions, countChanges } from "./core/compare-editions";
import { loadCompared } from "./load-compared";

const none: Changes = { changes: [], compared: 0, notCompared: [] };

/** What differs between an edition and the one before it, or any other of its series; always from the earlier to the later. */
export async function readChanges(ctx: Pick<Ctx, "db" | "actor">, input: { id: string; against: string | null }): Promise<EditionComparison> {
  return readAtOnce(ctx.db, async (db) => {
    const request = await visibleRequest({ ...ctx, db }, input.id);
    const series = await readSeries(db, request);
    const other = input.against === null ? earlierEdition(series, request) : series.find(({ id }) => id === input.against);
    if (input.against !== null && (!other || other.id === request.id)) throw notFound("edition");
    const [before, after] = other && series.indexOf(other) > series.findIndex(({ id }) => id === request.id) ? [request, other] : [other, request];
    const changes = before && isEdition(before) && isEdition(after) ? await changesBetween(db, before, after) : none;
    const own = ctx.actor.kind === "user" && ctx.actor.userId === request.ownerId;
    return { ...changes, own, counts: countChanges(changes), series: series.map(entryOf), before: before?.id ?? null, after: after.id };
  });
}

export async function changesBetween(db: Queryable, before: RequestRow, after: RequestRow): Promise<Changes> {
  return compareEditions(await loadCompared(db, before), await loadCompared(db, after));
}

/** The edition that this one was run again from, or the newest that ended before it. */
export function earlierEdition(series: readonly RequestRow[], request: Pick<RequestRow, "id" | "previousId">): RequestRow | undefined {
  const previous = series.find(({ id }) => id === request.previousId);
  if (previous && isEdition(previous)) return previous;
  const place = series.findIndex(({ id }) => id === request.id);
  return series.slice(0, Math.max(0, place)).findLast(isEdition);
}

function entryOf(row: RequestRow): SeriesEntry {
  const { id, status, packVersion, programVersion, changes } = row;
  return { id, status, at: (row.endedAt ?? row.createdAt).toISOString(), packVersion, programVersion, counts: changes };
}
