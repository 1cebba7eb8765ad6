// Steps that a reply plans: calls of their own, sleeps, waits for events, invocations of other functions.
import { newId } from "@/server/platform/ids";
import { reachedAt } from "./core/durations";
import { holds } from "./core/expression";
import { exceeds } from "./core/limits";
import { failure, type Op } from "./core/reply";
import { newRun } from "./route-events";
import type { CallChange } from "./state";
import { listMissed, lockNames } from "./store/events";
import { addStepJobs, type NewJob } from "./store/jobs";
import { addRuns } from "./store/runs";
import { type PlannedStep, planSteps, type StepResult, settleStep } from "./store/steps";

/** Plans ops as one batch; those planned before are left as they are. Some settle at once, which may ask for the next call. */
export async function planOps(change: CallChange, ops: readonly Op[]): Promise<{ readonly callNow: boolean }> {
  const { tx, job, call, now } = change;
  if (ops.length === 0) return { callNow: false };
  const awaited = ops.filter((op) => op.op === "WaitForEvent").map((op) => op.name ?? "");
  if (awaited.length > 0) await lockNames(tx, awaited, "register");
  const added = await planSteps(tx, job.runId, `${job.id}#${job.fence}`, call.calledAt, ops.map(plannedStep));
  const fresh = ops.filter((op) => added.has(op.id));
  await addStepJobs(
    tx,
    job.runId,
    job.keys,
    fresh.flatMap((op) => jobOf(op, now)),
  );
  let callNow = false;
  for (const op of fresh) {
    const result = await immediateResult(change, op);
    if (!result) continue;
    const settled = await settleStep(tx, { runId: job.runId, id: op.id, eventId: result.eventId }, result.result, now);
    callNow ||= settled?.callNow ?? false;
  }
  return { callNow };
}

function plannedStep(op: Op): PlannedStep {
  const wait = op.op === "WaitForEvent";
  return {
    id: op.id,
    name: op.displayName ?? op.name ?? op.id,
    op: op.op,
    race: op.opts?.parallelMode === "race",
    eventName: wait ? (op.name ?? "") : undefined,
    expression: wait ? text(op.opts?.if) : undefined,
  };
}

/** Sleeps end by their timer; waits and invocations may. A time that cannot be read is dealt with in `immediateResult`. */
function jobOf(op: Op, now: Date): NewJob[] {
  if (op.op === "StepPlanned") return [{ stepId: op.id, kind: "step", dueAt: now }];
  const until = timeOf(op);
  const dueAt = until === null ? null : reachedAt(until, now);
  return dueAt ? [{ stepId: op.id, kind: "timer", dueAt }] : [];
}

function timeOf(op: Op): string | null {
  if (op.op === "Sleep") return op.name ?? "";
  if (op.op === "WaitForEvent" || op.op === "InvokeFunction") return text(op.opts?.timeout);
  return null;
}

type Immediate = { readonly result: StepResult; readonly eventId?: string };

async function immediateResult(change: CallChange, op: Op): Promise<Immediate | null> {
  const until = timeOf(op);
  if (until !== null && reachedAt(until, change.now) === null)
    return fail(`The time "${until}" of the step "${op.displayName ?? op.id}" cannot be read.`);
  switch (op.op) {
    case "StepPlanned":
    case "Sleep":
      return null;
    case "WaitForEvent":
      return missedEvent(change, op);
    case "InvokeFunction":
      return invoke(change, op);
    default:
      return fail(
        `The step "${op.displayName ?? op.id}" uses ${op.op}, which the embedded engine does not support. Run on an Inngest server, or do without.`,
      );
  }
}

/** An event that came between the decision to wait and the wait: without this look back it would be missed. */
async function missedEvent({ tx, job, call }: CallChange, op: Op): Promise<Immediate | null> {
  const event: unknown = JSON.parse(job.event);
  for (const missed of await listMissed(tx, job.runId, op.name ?? "", call.calledAt)) {
    if (holds(text(op.opts?.if), { event, async: JSON.parse(missed.payload) })) return { result: { output: missed.payload }, eventId: missed.id };
  }
  return null;
}

async function invoke({ tx, state, job, now }: CallChange, op: Op): Promise<Immediate | null> {
  const functionId = text(op.opts?.function_id) ?? "";
  const fn = state.functions.get(functionId);
  if (!fn) return fail(`There is no function ${functionId} to invoke.`);
  const payload = op.opts?.payload;
  const data = typeof payload === "object" && payload !== null && "data" in payload ? payload.data : {};
  const event = { id: newId(), name: "inngest/function.invoked", data: isRecord(data) ? data : {}, ts: now.getTime() };
  const json = JSON.stringify(event);
  if (exceeds(json, state.settings.limits.eventBytes))
    return fail(`The data for ${functionId} is larger than ${state.settings.limits.eventBytes} bytes.`);
  const added = await addRuns(tx, [{ ...newRun(fn, event, json, now), parentRunId: job.runId, parentStepId: op.id }], now);
  state.counters.started += added.length;
  return added.length > 0 ? null : fail(`The function ${functionId} was not invoked: its idempotency key is taken.`);
}

function fail(message: string): Immediate {
  return { result: { error: JSON.stringify(failure("NonRetriableError", message)) } };
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
