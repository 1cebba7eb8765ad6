// How a category moves through its run: states only ever go forward, and each stretch is kept for the timeline.
import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import type { RunStep } from "./schema";
import { type RequestCategoryRow, unsettledStates, updateCategoryIf } from "./store";

type State = RequestCategoryRow["state"];

const order: readonly State[] = ["queued", "asking", "gathering", "verifying", "writing"];
/** Which stretch of the timeline a state belongs to. */
const stretch: Partial<Record<State, RunStep["name"]>> = { asking: "ask", gathering: "verify", verifying: "verify", writing: "write" };

/** Moves the category to a later state; false when it is there or further already, or has settled. */
export async function advanceCategory(tx: Tx, ctx: Pick<Ctx, "clock">, category: RequestCategoryRow, state: State): Promise<boolean> {
  // States only go forward: a row that was read there earlier is there or further now.
  if (order.indexOf(category.state) >= order.indexOf(state)) return false;
  const earlier = order.slice(0, Math.max(0, order.indexOf(state)));
  const now = ctx.clock.now();
  const moved = await updateCategoryIf(tx, category.id, earlier, { state, steps: stepsAfter(category.steps, state, now.toISOString()) });
  return moved !== null;
}

/** Keeps what a category has gathered so far, for whoever looks at it before it ends. */
export async function noteGathered(tx: Tx, requestCategoryId: string, counts: { sources: number; independent: number }): Promise<void> {
  await updateCategoryIf(tx, requestCategoryId, unsettledStates, { sourceCount: counts.sources, independentCount: counts.independent });
}

/** The stretches once `state` has begun: the one before is ended, the new one begun if it is not under way. */
export function stepsAfter(steps: readonly RunStep[], state: State, at: string): RunStep[] {
  const name = stretch[state];
  const current = steps.find((step) => step.endedAt === null);
  if (name !== undefined && current?.name === name) return [...steps];
  const ended = steps.map((step) => (step.endedAt === null ? { ...step, endedAt: at } : step));
  return name === undefined ? ended : [...ended, { name, startedAt: at, endedAt: null }];
}
