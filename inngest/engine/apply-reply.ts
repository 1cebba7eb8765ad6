// What a reply changes, in one transaction: results saved, steps planned, the next call asked for, this one's job gone.
import type { Tx } from "@/db/client";
import { failure, type Reply } from "./core/reply";
import { completeRun, failRun } from "./end-run";
import { finishedStep, isFinished } from "./finished-step";
import { planOps } from "./plan-ops";
import { retryAt } from "./retry";
import type { Effects, EngineState, Executing } from "./state";
import { type ClaimedJob, deleteJob, lockHeld, requestCall, requeue } from "./store/jobs";
import { runSize, saveSteps, settleStep } from "./store/steps";
import { transition } from "./transition";

/** Applies a reply if its call still holds the lease; false when it does not, and nothing was written. */
export async function applyReply(state: EngineState, job: ClaimedJob, call: Executing, reply: Reply): Promise<boolean> {
  return transition(state, async (tx, effects) => {
    const held = await lockHeld(tx, job.id, job.fence);
    if (!held) return false;
    if (reply.kind === "result") await completeRun(tx, state, job.runId, reply.data, effects);
    else if (reply.kind === "error") await applyError(tx, state, job, reply, effects);
    else await applyOps(tx, state, job, call, reply, held.again, effects);
    return true;
  });
}

async function applyError(tx: Tx, state: EngineState, job: ClaimedJob, reply: Extract<Reply, { kind: "error" }>, effects: Effects): Promise<void> {
  const retries = state.functions.get(job.functionId)?.retries ?? 0;
  if (!reply.retriable || job.attempt >= retries) return failRun(tx, state, job.runId, reply.error, effects);
  state.counters.retries += 1;
  await requeue(tx, job, { attempt: job.attempt + 1, dueAt: retryAt(state, job.attempt, reply.retryAfter) });
}

async function applyOps(
  tx: Tx,
  state: EngineState,
  job: ClaimedJob,
  call: Executing,
  reply: Extract<Reply, { kind: "ops" }>,
  again: boolean,
  effects: Effects,
): Promise<void> {
  const now = state.clock.now();
  const { ops } = reply;
  const failedTry = ops.find((op) => op.op === "StepError");
  const finished = ops.filter(isFinished).map((op) => finishedStep(op, state.settings.limits));
  const complete = ops.find((op) => op.op === "RunComplete");
  state.counters.steps += finished.length;

  if (job.kind === "step") {
    if (failedTry) return retryStep(tx, state, job, reply.retryAfter);
    const own = finished.find((step) => step.id === job.stepId);
    if (!own) return failRun(tx, state, job.runId, failure("Error", "The function answered the call for a step without its result."), effects);
    const settled = await settleStep(tx, { runId: job.runId, id: own.id, calledAt: call.calledAt }, own, now);
    await deleteJob(tx, job.id);
    if (settled?.callNow) await requestCall(tx, job.runId, now);
    return checkSize(tx, state, job, effects);
  }

  await saveSteps(tx, job.runId, finished, call.calledAt, now);
  if (complete) return completeRun(tx, state, job.runId, complete.data, effects);
  if (failedTry) return retryStep(tx, state, job, reply.retryAfter);
  const rest = ops.filter((op) => !isFinished(op) && op !== complete);
  const planned = await planOps(tx, state, job, call, rest, now);
  if (finished.length > 0 || planned.callNow || again) await requeue(tx, job, { attempt: 0, dueAt: now });
  else await deleteJob(tx, job.id);
  if (finished.length > 0 || planned.added > 0) await checkSize(tx, state, job, effects);
}

/** The same call again, later. The SDK itself turns the last attempt into StepFailed. */
async function retryStep(tx: Tx, state: EngineState, job: ClaimedJob, retryAfter: string | null): Promise<void> {
  state.counters.retries += 1;
  await requeue(tx, job, { attempt: job.attempt + 1, dueAt: retryAt(state, job.attempt, retryAfter) });
}

async function checkSize(tx: Tx, state: EngineState, job: ClaimedJob, effects: Effects): Promise<void> {
  const { limits } = state.settings;
  const size = await runSize(tx, job.runId);
  if (size.steps > limits.stepsPerRun) {
    await failRun(
      tx,
      state,
      job.runId,
      failure("LimitError", `A run may have at most ${limits.stepsPerRun} steps. Split the work over several runs.`),
      effects,
    );
  } else if (size.bytes > limits.runStateBytes) {
    const message = `The results of a run's steps may hold at most ${limits.runStateBytes} bytes together. Return ids instead of contents.`;
    await failRun(tx, state, job.runId, failure("LimitError", message), effects);
  }
}
