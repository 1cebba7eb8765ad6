// What a reply changes, in one transaction: results saved, steps planned, the next call asked for, this one's job gone.
import { failure, type Op, type Reply } from "./core/reply";
import { completeRun, failRun } from "./end-run";
import { finishedStep, isFinished } from "./finished-step";
import { planOps } from "./plan-ops";
import { retryAt } from "./retry";
import type { CallChange, EngineState, Executing } from "./state";
import { type ClaimedJob, deleteJob, lockHeld, requestCall, requeue } from "./store/jobs";
import { saveSteps, settleLocked } from "./store/steps";
import { transition } from "./transition";

/** Applies a reply if its call still holds the lease; false when it does not, and nothing was written. */
export async function applyReply(state: EngineState, job: ClaimedJob, call: Executing, reply: Reply): Promise<boolean> {
  return transition(state, async (change) => {
    const held = await lockHeld(change.tx, job.id, job.fence);
    if (!held) return false;
    const own = { ...change, job, call, now: state.clock.now() };
    if (reply.kind === "result") await completeRun(change, job.runId, reply.data);
    else if (reply.kind === "error") await applyError(own, reply);
    else if (job.kind === "step") await applyStep(own, reply.ops, reply.retryAfter);
    else await applyOps(own, reply.ops, reply.retryAfter, held.again);
    return true;
  });
}

async function applyError(change: CallChange, reply: Extract<Reply, { kind: "error" }>): Promise<void> {
  const { state, job } = change;
  const retries = state.functions.get(job.functionId)?.retries ?? 0;
  if (!reply.retriable || job.attempt >= retries) return failRun(change, job.runId, reply.error);
  await tryAgain(change, reply.retryAfter);
}

/** The reply to a call for one planned step. */
async function applyStep(change: CallChange, ops: readonly Op[], retryAfter: string | null): Promise<void> {
  const { tx, state, job, call, now } = change;
  if (ops.some(isFailedTry)) return tryAgain(change, retryAfter);
  const op = ops.find((candidate) => candidate.id === job.stepId && isFinished(candidate));
  if (!op) return failRun(change, job.runId, failure("Error", "The function answered the call for a step without its result."));
  state.counters.steps += 1;
  const settled = await settleLocked(tx, { runId: job.runId, id: op.id, calledAt: call.calledAt }, finishedStep(op, state.settings.limits), now);
  // Settling takes the step's job along.
  if (!settled) await deleteJob(tx, job.id);
  else if (settled.callNow) await requestCall(tx, job.runId, now);
}

/** The reply to a call of the function: what ran inline, and what is to be done next. */
async function applyOps(change: CallChange, ops: readonly Op[], retryAfter: string | null, again: boolean): Promise<void> {
  const { tx, state, job, call, now } = change;
  const finished = ops.filter(isFinished).map((op) => finishedStep(op, state.settings.limits));
  await saveSteps(tx, job.runId, finished, call.calledAt, now);
  state.counters.steps += finished.length;
  const complete = ops.find((op) => op.op === "RunComplete");
  if (complete) return completeRun(change, job.runId, complete.data);
  if (ops.some(isFailedTry)) return tryAgain(change, retryAfter);
  const { callNow } = await planOps(
    change,
    ops.filter((op) => !isFinished(op)),
  );
  if (finished.length > 0 || callNow || again) await requeue(tx, job, { attempt: 0, dueAt: now });
  else await deleteJob(tx, job.id);
}

/** The same call again, later. The SDK itself turns the last attempt at a step into StepFailed. */
async function tryAgain({ tx, state, job }: CallChange, retryAfter: string | null): Promise<void> {
  state.counters.retries += 1;
  await requeue(tx, job, { attempt: job.attempt + 1, dueAt: retryAt(state, job.attempt, retryAfter) });
}

function isFailedTry(op: Op): boolean {
  return op.op === "StepError";
}
