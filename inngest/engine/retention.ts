import type { EngineState } from "./state";
import { sweep } from "./store/runs";

const everyMs = 10 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;
/** Few enough that a sweep does not hold up the calls beside it. */
const atOnce = 200;

/** Removes what is kept no longer, at most every ten minutes; the next sweep follows at once while there is more. */
export function openRetention(state: EngineState): { readonly tick: () => Promise<void> } {
  let next = state.clock.now().getTime();
  return {
    tick: async () => {
      const now = state.clock.now().getTime();
      if (now < next) return;
      const removed = await sweep(
        state.db,
        { keys: new Date(now - dayMs), events: new Date(now - dayMs), runs: new Date(now - state.settings.retentionMs) },
        atOnce,
      );
      next = removed === atOnce ? now : now + everyMs;
    },
  };
}
