import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { isAppError } from "@/server/platform/errors";
import { runAgain } from "../editions/rerun-request";
import { readSeries } from "../requests/read-series";
import { dollars, toTicks } from "../spending/core/money";
import { watchCap } from "../spending/watch-cap";
import { findRun, updateRunIf, updateWatchIf, type WatchRow, type WatchRunRow } from "./store";

/** Submits the request of a due time. Repeating it is the same request; a time that cannot be served is left out and says why. */
export async function startWatchRun(ctx: Ctx, input: { watchRunId: string }): Promise<{ requestId: string | null }> {
  const found = await findRun(ctx.db, input.watchRunId);
  if (found?.run.state !== "taken") return { requestId: found?.run.requestId ?? null };
  const { run, watch, approved } = found;
  if (!approved) return leaveOut(ctx, run, watch, "The account may not ask for research now.", "paused");
  if (watch.state === "stopped") return leaveOut(ctx, run, watch, "The watch was stopped.", null);
  const newest = (await readSeries(ctx.db, { id: watch.seriesId, seriesId: watch.seriesId, ownerId: watch.ownerId })).at(-1);
  if (!newest) return leaveOut(ctx, run, watch, "Every edition of it was erased.", "stopped");
  const cap = await watchCap(ctx.db, watch.id, ctx.clock.now());
  if (cap && cap.sums.spentTicks >= toTicks(cap.capUsd)) {
    const note = `All of ${cap.of} (${dollars(cap.capUsd)}) is spent: it goes on with the next month.`;
    return leaveOut(ctx, run, watch, note, null);
  }
  try {
    const { id } = await runAgain(ctx, newest, { idempotencyKey: `watch:${watch.id}:${run.dueAt.toISOString()}`, fresh: true });
    await ctx.db.transaction(async (tx) => {
      if (!(await updateRunIf(tx, run.id, "taken", { state: "running", requestId: id }))) return;
      await recordAudit(tx, ctx, { action: "watch.run", entity: "watch", entityId: watch.id, after: { run: run.id, request: id } });
    });
    return { requestId: id };
  } catch (error) {
    // What cannot be asked now may be next time: the watch goes on.
    if (isAppError(error) && (error.code === "conflict" || error.code === "bad_request")) return leaveOut(ctx, run, watch, error.userMessage, null);
    throw error;
  }
}

async function leaveOut(ctx: Ctx, run: WatchRunRow, watch: WatchRow, note: string, state: "paused" | "stopped" | null): Promise<{ requestId: null }> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (!(await updateRunIf(tx, run.id, "taken", { state: "skipped", note, endedAt: now }))) return;
    if (state) await updateWatchIf(tx, watch.id, ["active", "paused"], { state, note, nextAt: null, changedAt: now });
    await recordAudit(tx, ctx, { action: "watch.skip", entity: "watch", entityId: watch.id, after: { run: run.id, state: state ?? watch.state } });
  });
  return { requestId: null };
}
