// Chooses due work: timers always, calls as far as there is room and their concurrency keys allow.
import type { Queryable } from "@/db/client";
import { pickWithinLimits } from "./core/concurrency";
import type { EngineState } from "./state";
import { type ClaimedJob, countActive, type DueJob, lease, listFree, lockClaims } from "./store/jobs";

export type Claimed = {
  readonly jobs: readonly ClaimedJob[] /** When the next job known falls due; infinite when none is known. */;
  readonly nextInMs: number;
};

/** Looked at beyond the room, so that timers and jobs behind full keys are seen. */
const margin = 50;

/** Leases due jobs: at most `room` calls. */
export function claim(state: EngineState, room: number): Promise<Claimed> {
  if (state.settings.exclusive) return claimWith(state, state.db, room);
  return state.db.transaction(async (tx) => {
    await lockClaims(tx);
    return claimWith(state, tx, room);
  });
}

/** Calls being made now per concurrency key: of a database that is this process's alone, those are its own. */
async function activeKeys(state: EngineState, db: Queryable, now: Date): Promise<Map<string, number>> {
  if (!state.settings.exclusive) return countActive(db, now);
  const active = new Map<string, number>();
  for (const call of state.executing.values()) for (const key of call.keys) active.set(key, (active.get(key) ?? 0) + 1);
  return active;
}

async function claimWith(state: EngineState, db: Queryable, room: number): Promise<Claimed> {
  const now = state.clock.now();
  const limited = [...state.functions.values()].some((fn) => fn.concurrency.length > 0);
  const active = limited ? await activeKeys(state, db, now) : new Map<string, number>();
  const chosen = new Set<string>();
  const full: string[] = [];
  let calls = 0;
  let nextInMs = Number.POSITIVE_INFINITY;
  for (;;) {
    const size = room + margin;
    const free: DueJob[] = await listFree(db, now, full, size);
    const waiting = free.filter((job) => !chosen.has(job.id) && !state.executing.has(job.id));
    const due = waiting.filter((job) => job.dueAt <= now.getTime());
    const future = waiting.find((job) => job.dueAt > now.getTime());
    if (future) nextInMs = Math.max(1, Math.ceil(future.dueAt - now.getTime()));
    for (const job of due) if (job.kind === "timer") chosen.add(job.id);
    const candidates = due
      .filter((job) => job.kind !== "timer")
      .map((job) => ({ ...job, limits: state.functions.get(job.functionId)?.concurrency ?? [] }));
    const { picked, full: turnedAway } = pickWithinLimits(candidates, active, room - calls);
    for (const job of picked) chosen.add(job.id);
    calls += picked.length;
    const newlyFull = turnedAway.filter((key) => !full.includes(key));
    full.push(...newlyFull);
    // Only behind jobs that their keys turned away can others be hidden.
    if (newlyFull.length === 0 || calls >= room || free.length < size) break;
  }
  if (chosen.size === 0) return { jobs: [], nextInMs };
  return { jobs: await lease(db, [...chosen], now, new Date(now.getTime() + state.settings.leaseMs)), nextInMs };
}
