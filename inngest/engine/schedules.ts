// Fires schedules. Each tick once, over all processes; of the ticks missed while nothing ran, the newest is made up for.

import type { Schedule } from "./core/cron";
import type { RegisteredFunction } from "./core/registration";
import { newRun } from "./route-events";
import type { EngineState } from "./state";
import { loadCrons, takeTick } from "./store/crons";
import { addRuns } from "./store/runs";
import { transition } from "./transition";

type Timetable = { readonly fn: RegisteredFunction; readonly schedule: Schedule; readonly id: string; next: Date | null };
export type Schedules = {
  /** Fires what is due; milliseconds until the next tick. */
  readonly tick: () => Promise<number>;
};

export async function openSchedules(state: EngineState): Promise<Schedules> {
  const entries = [...state.functions.values()].flatMap((fn) => fn.schedules.map((schedule) => ({ fn, schedule, id: `${fn.id} ${schedule.text}` })));
  const last = await loadCrons(
    state.db,
    entries.map((entry) => entry.id),
    state.clock.now(),
  );
  const timetable: Timetable[] = entries.map((entry) => ({ ...entry, next: entry.schedule.next(last.get(entry.id) ?? state.clock.now()) }));

  return {
    tick: async () => {
      let soonest = Number.POSITIVE_INFINITY;
      for (const entry of timetable) {
        const now = state.clock.now();
        if (entry.next && entry.next.getTime() <= now.getTime()) {
          await fire(state, entry, entry.schedule.latest(now) ?? entry.next, now);
          entry.next = entry.schedule.next(now);
        }
        if (entry.next) soonest = Math.min(soonest, Math.max(1, entry.next.getTime() - now.getTime()));
      }
      return soonest;
    },
  };
}

async function fire(state: EngineState, { fn, schedule, id }: Timetable, at: Date, now: Date): Promise<void> {
  await transition(state, async ({ tx }) => {
    if (!(await takeTick(tx, id, at))) return;
    const event = { id: `${id} ${at.toISOString()}`, name: "inngest/scheduled.timer", data: { cron: schedule.text }, ts: at.getTime() };
    const added = await addRuns(tx, [{ ...newRun(fn, event, JSON.stringify(event), now), idempotencyKey: event.id }], now);
    state.counters.started += added.length;
  });
}
