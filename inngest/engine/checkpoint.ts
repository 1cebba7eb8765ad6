// The SDK posts every step that it ran inline before it goes on; the step is saved, or the call is told to end.
import { z } from "zod";
import { runSize, sizeProblem } from "./core/limits";
import { opsSchema } from "./core/reply";
import { finishedStep, isFinished } from "./finished-step";
import { type EngineState, halt } from "./state";
import { checkpointSteps } from "./store/steps";

const checkpointSchema = z.looseObject({ qi_id: z.string(), steps: opsSchema });

/** Status for the SDK: 200 saved, go on; 409 end this call. */
export async function checkpoint(state: EngineState, body: string): Promise<200 | 400 | 409> {
  const parsed = checkpointSchema.safeParse(JSON.parse(body));
  if (!parsed.success || !parsed.data.steps.every(isFinished)) return 400;
  const { qi_id: ticket, steps: ops } = parsed.data;
  const call = state.executing.get(ticket.slice(0, ticket.lastIndexOf("#")));
  if (call?.ticket !== ticket || call.halt !== null) return 409;
  const steps = ops.map((op) => finishedStep(op, state.settings.limits));
  const now = state.clock.now();
  const held = await checkpointSteps(state.db, call, steps, now, new Date(now.getTime() + state.settings.leaseMs));
  if (!held) {
    state.counters.stale += 1;
    if (call.halt === null) halt(call, "lost");
    return 409;
  }
  state.counters.checkpoints += 1;
  state.counters.steps += steps.length;
  const added = runSize(steps.map((step) => ({ output: step.output ?? null, error: step.error ?? null })));
  call.size.steps += added.steps;
  call.size.bytes += added.bytes;
  // The SDK holds the value that was not kept: only a new call sees the failure that was stored instead.
  if (steps.some((step) => step.error !== undefined)) call.halt ??= "replaced";
  else if (sizeProblem(call.size, state.settings.limits)) call.halt ??= "over";
  else if (state.stopping) call.halt ??= "released";
  return call.halt === null ? 200 : 409;
}
