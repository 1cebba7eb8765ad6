// The end of a run, in the transaction of whatever ended it: its parent learns of it, and so do those who listen.
import { failure } from "./core/reply";
import type { Change, Effects } from "./state";
import { requestCall } from "./store/jobs";
import { closeRun, type EndedRow, type RunEnd } from "./store/runs";
import { type StepResult, settleStep } from "./store/steps";

const failed = "inngest/function.failed";
const finished = "inngest/function.finished";
const cancelled = "inngest/function.cancelled";

export async function completeRun(change: Change, runId: string, data: unknown): Promise<void> {
  await end(change, runId, { status: "completed", output: JSON.stringify(data ?? null), error: null });
}

export async function failRun(change: Change, runId: string, error: unknown): Promise<void> {
  await end(change, runId, { status: "failed", output: null, error: JSON.stringify(error ?? failure("Error", "Unknown error")) });
}

export async function cancelRun(change: Change, runId: string, why: string): Promise<void> {
  const error = JSON.stringify(failure("CancelledError", `The run was cancelled: ${why}.`));
  await end(change, runId, { status: "cancelled", output: null, error });
}

async function end({ tx, state, effects }: Change, runId: string, result: RunEnd): Promise<void> {
  const now = state.clock.now();
  const run = await closeRun(tx, runId, result, now);
  if (!run) return;
  effects.ended.push({ runId, functionId: run.functionId, status: result.status, ms: Math.round(run.ms), reason: reasonOf(result.error) });
  if (run.parentRunId && run.parentStepId) {
    const outcome: StepResult = result.error === null ? { output: result.output ?? "null" } : { error: result.error };
    const settled = await settleStep(tx, { runId: run.parentRunId, id: run.parentStepId }, outcome, now);
    if (settled?.callNow) await requestCall(tx, run.parentRunId, now);
  }
  announce(run, result, effects);
}

function announce(run: EndedRow, result: RunEnd, effects: Effects): void {
  const event: unknown = JSON.parse(run.event);
  // A handler of failures that fails itself must not start itself again.
  if (typeof event === "object" && event !== null && "name" in event && String(event.name).startsWith("inngest/function.")) return;
  const error: unknown = result.error === null ? undefined : JSON.parse(result.error);
  const data = {
    function_id: run.functionId,
    run_id: run.id,
    event,
    ...(error === undefined ? { result: JSON.parse(result.output ?? "null") } : { error }),
  };
  const names = result.status === "cancelled" ? [cancelled] : result.status === "failed" ? [failed, finished] : [finished];
  for (const name of names) effects.announcements.push({ id: `${run.id}:${name}`, name, data });
}

function reasonOf(error: string | null): string | undefined {
  if (error === null) return undefined;
  const parsed: unknown = JSON.parse(error);
  return typeof parsed === "object" && parsed !== null && "message" in parsed ? String(parsed.message) : undefined;
}
