// Long computing in the process that also answers people. It works for a moment and then rests as long as it has worked: an answer, which needs many turns of the
// event loop, would wait a whole moment for each of them if it only stepped aside.
import { setTimeout as rest } from "node:timers/promises";

export type Breathe = () => Promise<void>;

const workMs = 10;
/** One piece that could not be divided must not make the whole last for ever. */
const longestRestMs = 200;

/** To be called between pieces of work: returns at once until it is time to rest. `now` in milliseconds. */
export function makeBreather(now: () => number = () => performance.now()): Breathe {
  let began = now();
  return async () => {
    const worked = now() - began;
    if (worked < workMs) return;
    await rest(Math.min(worked, longestRestMs));
    began = now();
  };
}

/** Runs what yields between its pieces to its end, with rests. */
export async function inTurns<T>(steps: Generator<void, T>, breathe: Breathe): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}

/** Runs it to its end at once. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
