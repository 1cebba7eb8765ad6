import type { Ctx } from "@/server/platform/context";
import { isEdition } from "../requests/core/series";
import { findRequestRow, keepChanges } from "../requests/keep-changes";
import { readSeries } from "../requests/read-series";
import type { ChangeCounts } from "./changes/schema";
import { countChanges, isAnswer } from "./core/compare-editions";
import { changesBetween, earlierEdition } from "./read-changes";

export type RecordedChanges = {
  readonly previousId: string;
  readonly counts: ChangeCounts;
  /** How many of the changed fields are answers. */
  readonly answers: number;
};

/** Counts what an ended edition has otherwise than the one before it, and keeps the counts with it. Null where there is nothing to compare. */
export async function recordChanges(ctx: Pick<Ctx, "db">, input: { requestId: string }): Promise<RecordedChanges | null> {
  const request = await findRequestRow(ctx.db, input.requestId);
  if (!request || !isEdition(request)) return null;
  const previous = earlierEdition(await readSeries(ctx.db, request), request);
  if (!previous) return null;
  const changes = await changesBetween(ctx.db, previous, request);
  const counts = countChanges(changes);
  await ctx.db.transaction((tx) => keepChanges(tx, request.id, counts));
  return { previousId: previous.id, counts, answers: changes.changes.filter(isAnswer).length };
}
