// Every change of state is one transaction, with the announcements of what ended inside it and its effects after it.
import type { Tx } from "@/db/client";
import { routeAnnouncements } from "./route-events";
import { type Effects, type EngineState, noEffects, settleEffects } from "./state";

export async function transition<T>(state: EngineState, change: (tx: Tx, effects: Effects) => Promise<T>): Promise<T> {
  const effects = noEffects();
  const value = await state.db.transaction(async (tx) => {
    const result = await change(tx, effects);
    await routeAnnouncements(tx, state, effects);
    return result;
  });
  settleEffects(state, effects);
  return value;
}
