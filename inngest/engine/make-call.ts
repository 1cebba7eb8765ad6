// One call of a function: build the request, let the SDK's handler answer it, apply the reply.
import { messageOf } from "@/server/platform/errors";
import { applyReply } from "./apply-reply";
import { runSize, sizeProblem } from "./core/limits";
import { callBody, failure, type Reply, readReply } from "./core/reply";
import { withRunContext } from "./run-context";
import { type EngineState, type Executing, halt } from "./state";
import { type ClaimedJob, requeue } from "./store/jobs";
import type { StoredStep } from "./store/steps";
import { transition } from "./transition";

/** So many processes may end during one call before the call itself is taken to be the cause. */
const mostLost = 10;
const traceKey = "variorum";
const writeTries = 5;
const firstPauseMs = 100;

/** Makes a claimed call and applies what it answers. Rejects only when the database does: the lease then runs out. */
export async function makeCall(state: EngineState, job: ClaimedJob, steps: readonly StoredStep[]): Promise<void> {
  const call: Executing = {
    jobId: job.id,
    runId: job.runId,
    functionId: job.functionId,
    fence: job.fence,
    keys: job.keys,
    ticket: `${job.id}#${job.fence}`,
    controller: new AbortController(),
    calledAt: state.clock.now(),
    size: runSize(steps),
    halt: null,
  };
  state.executing.set(job.id, call);
  state.counters.calls += 1;
  state.counters.waitedMs += Math.max(0, call.calledAt.getTime() - job.dueAt);
  try {
    const reply = await answer(state, job, call, steps);
    const { halt } = call;
    if (halt === "replaced" || halt === "released") await persist(state, () => putBack(state, job, halt));
    else if (halt === "over") await persist(state, () => applyReply(state, job, call, given(sizeProblem(call.size, state.settings.limits) ?? "")));
    else if (halt === null && !(await persist(state, () => applyReply(state, job, call, reply)))) state.counters.stale += 1;
  } finally {
    state.executing.delete(job.id);
    state.wake();
  }
}

async function answer(state: EngineState, job: ClaimedJob, call: Executing, steps: readonly StoredStep[]): Promise<Reply> {
  const fn = state.functions.get(job.functionId);
  if (!fn) return given(`The function ${job.functionId} no longer exists.`);
  if (job.lost > mostLost) return given(`The process ended ${job.lost} times while it made this call, so it was given up.`);
  const tooMuch = sizeProblem(call.size, state.settings.limits);
  if (tooMuch) return given(tooMuch);
  const body = callBody({
    runId: job.runId,
    functionId: job.functionId,
    ticket: call.ticket,
    attempt: job.attempt,
    maxAttempts: fn.retries + 1,
    // With other steps still open nothing may run inline: it might be planned twice.
    planOnly: job.kind === "step" || steps.some((step) => step.pending),
    event: job.event,
    steps: steps.filter((step) => !step.pending),
  });
  const query = new URLSearchParams({ fnId: job.functionId, stepId: job.kind === "step" ? (job.stepId ?? "") : "step" });
  const request = new Request(`http://embedded.invalid/api/inngest?${query}`, {
    method: "POST",
    headers: { host: "embedded.invalid", "content-type": "application/json", "x-inngest-req-version": "2", tracestate: `${traceKey}=${job.runId}` },
    body,
  });
  const context = { runId: job.runId, functionId: job.functionId, signal: call.controller.signal };
  try {
    const response = await withRunContext(context, () => state.handler(request));
    return readReply(response.status, response.headers, await response.text());
  } catch (error) {
    return { kind: "error", error: failure("Error", messageOf(error)), retriable: true, retryAfter: null };
  }
}

/** The reply in the place of one that is not asked for: the run fails, for a reason that the engine gives. */
function given(why: string): Reply {
  return { kind: "error", error: failure("NonRetriableError", why), retriable: false, retryAfter: null };
}

/** Tries again for some seconds when the database does not answer: what a call has brought should not be lost to that. */
async function persist<T>(state: EngineState, write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await write();
    } catch (error) {
      if (tries === writeTries || state.stopping) throw error;
      state.log.warn({ error: messageOf(error) }, "a reply could not be stored; trying again");
      await new Promise((resolve) => setTimeout(resolve, firstPauseMs * 2 ** tries));
    }
  }
}

/** The call was ended between two steps: what it saved stays, and the next call goes on from there. */
async function putBack(state: EngineState, job: ClaimedJob, why: "replaced" | "released"): Promise<void> {
  await transition(state, async ({ tx }) => {
    const now = state.clock.now();
    // A step that was replaced by a failure has been dealt with, so its attempts are over.
    await requeue(tx, job, { attempt: why === "replaced" ? 0 : job.attempt, dueAt: now });
  });
}

/** The run whose `step.sendEvent` makes a request; null for any other request. */
export function sendingRun(headers: Headers): string | null {
  const [key, runId] = (headers.get("tracestate") ?? "").split("=");
  return key === traceKey && runId ? runId : null;
}

/** Ends calls whose lease was lost to another process. */
export function endLost(state: EngineState, held: ReadonlySet<string>, asked: readonly Executing[]): void {
  for (const call of asked) if (!held.has(call.jobId) && state.executing.get(call.jobId) === call) halt(call, "lost");
}
