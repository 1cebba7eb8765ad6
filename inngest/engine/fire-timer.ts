// A timer is due: the sleep is over, or a wait or an invocation has run out of time.
import { failure } from "./core/reply";
import type { EngineState } from "./state";
import { type ClaimedJob, deleteJob, lockHeld, requestCall } from "./store/jobs";
import { pendingOp, settleStep } from "./store/steps";
import { transition } from "./transition";

const timedOut = { error: JSON.stringify(failure("InvokeTimeoutError", "The invoked function did not end in time.")) };

export async function fireTimer(state: EngineState, job: ClaimedJob): Promise<void> {
  await transition(state, async ({ tx }) => {
    if (job.stepId === null || !(await lockHeld(tx, job.id, job.fence))) return;
    const now = state.clock.now();
    const op = await pendingOp(tx, job.runId, job.stepId);
    const settled = await settleStep(tx, { runId: job.runId, id: job.stepId }, op === "InvokeFunction" ? timedOut : { output: "null" }, now);
    await deleteJob(tx, job.id);
    if (settled?.callNow) await requestCall(tx, job.runId, now);
  });
}
