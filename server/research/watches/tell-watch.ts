import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { recordChanges } from "../editions/record-changes";
import { isEdition, isUnderWay } from "../requests/core/series";
import { findRequestRow } from "../requests/keep-changes";
import { answerChanged } from "./schema";
import { endedRuns, findRunOf, insertNotice, updateRunIf } from "./store";

const atOnce = 20;

/** Compares an ended edition with the one before it and, where a watch asked for it, tells its account of changed answers: once, and only of those. */
export async function tellWatch(ctx: Ctx, input: { requestId: string }): Promise<{ told: boolean }> {
  const request = await findRequestRow(ctx.db, input.requestId);
  if (!request || isUnderWay(request)) return { told: false };
  const changes = await recordChanges(ctx, { requestId: request.id });
  const found = await findRunOf(ctx.db, request.id);
  if (found?.run.state !== "running") return { told: false };
  const { run, watch } = found;
  const now = ctx.clock.now();
  const notice = changes && changes.answers > 0 ? { id: newId(), previousId: changes.previousId, counts: changes.counts } : null;
  const note = isEdition(request) ? null : "The run came to no edition; nothing was compared.";
  const told = await ctx.db.transaction(async (tx) => {
    const change = { state: note === null ? ("told" as const) : ("skipped" as const), changes: changes?.counts.fields ?? null, note, endedAt: now };
    if (!(await updateRunIf(tx, run.id, "running", change))) return false;
    if (notice) await insertNotice(tx, { ...notice, ownerId: watch.ownerId, watchId: watch.id, requestId: request.id, createdAt: now });
    const after = { run: run.id, request: request.id, fields: changes?.counts.fields ?? 0, answers: changes?.answers ?? 0, told: notice !== null };
    await recordAudit(tx, ctx, { action: "watch.compare", entity: "watch", entityId: watch.id, after });
    return notice !== null;
  });
  if (told && notice) {
    const data = { requestId: request.id, watchId: watch.id, noticeId: notice.id };
    await ctx.events.send([{ id: `${request.id}:answer-changed`, name: answerChanged.name, data }]);
  }
  return { told };
}

/** Looks after runs of watches that have ended while nobody was told: whose event was lost, that were cancelled, or whose request was erased. */
export async function sweepWatchRuns(ctx: Ctx): Promise<{ settled: number }> {
  const ended = await endedRuns(ctx.db, atOnce);
  for (const { id, requestId } of ended) {
    if (requestId !== null) await tellWatch(ctx, { requestId });
    else
      await ctx.db.transaction((tx) =>
        updateRunIf(tx, id, "running", { state: "skipped", note: "Its edition was erased.", endedAt: ctx.clock.now() }),
      );
  }
  return { settled: ended.length };
}
