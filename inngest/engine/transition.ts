// Every change of state is one transaction, with the announcements of what ended inside it and its effects after it.
import { routeAnnouncements } from "./route-events";
import { type Change, type EngineState, noEffects, settleEffects } from "./state";

const mostTries = 5;

/** Makes a change; one that PostgreSQL ended for a deadlock or a conflict, which wrote nothing, is made again. */
export async function transition<T>(state: EngineState, make: (change: Change) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const effects = noEffects();
    try {
      const value = await state.db.transaction(async (tx) => {
        const change = { tx, state, effects };
        const result = await make(change);
        await routeAnnouncements(change);
        return result;
      });
      settleEffects(state, effects);
      return value;
    } catch (error) {
      if (tries === mostTries || !isConflict(error)) throw error;
    }
  }
}

/** 40P01 deadlock detected, 40001 serialization failure; drivers put the code on the error or on its cause. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && (error.code === "40P01" || error.code === "40001")) return true;
  return isConflict(error.cause);
}
