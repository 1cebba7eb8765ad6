import { sql } from "drizzle-orm";
import { type Queryable, rowsOf, type Tx } from "@/db/client";
import { iso, textArray } from "./jobs";

export type StoredEvent = { readonly id: string; readonly name: string; readonly payload: string };

/**
 * Keeps routing an event and registering a wait for its name apart, so that each sees the other: many may route at once,
 * one registers. Held until the transaction ends.
 */
export async function lockNames(tx: Tx, names: readonly string[], mode: "route" | "register"): Promise<void> {
  const lock = mode === "route" ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`;
  await tx.execute(sql`select ${lock}(7216043, hashtext(name)) from unnest(${textArray([...new Set(names)].sort())}) as name`);
}

/** Stores events; the ids of those that no event since `since` had. */
export async function addEvents(tx: Tx, events: readonly StoredEvent[], now: Date, since: Date): Promise<Set<string>> {
  const added = new Set<string>();
  for (let from = 0; from < events.length; from += 200) {
    const rows = sql.join(
      events.slice(from, from + 200).map((e) => sql`(${e.id}, ${e.name}, ${e.payload}, ${iso(now)})`),
      sql`, `,
    );
    const result = await tx.execute(sql`
      insert into engine_event (id, name, payload, received_at) values ${rows}
      on conflict (id) do update set name = excluded.name, payload = excluded.payload, received_at = excluded.received_at
      where engine_event.received_at < ${iso(since)} returning id`);
    for (const row of rowsOf<{ id: string }>(result)) added.add(row.id);
  }
  return added;
}

export type OpenWait = {
  readonly runId: string;
  readonly id: string;
  readonly eventName: string;
  readonly expression: string | null;
  readonly event: string;
};

/** Waits for any of the names, with the events that started their runs. */
export async function listWaits(tx: Tx, names: readonly string[]): Promise<OpenWait[]> {
  return rowsOf<OpenWait>(
    await tx.execute(sql`
      select s.run_id as "runId", s.id, s.event_name as "eventName", s.expression, r.event
      from engine_step s join engine_run r on r.id = s.run_id
      where s.pending and s.event_name = any(${textArray(names)}) and r.ended_at is null order by s.run_id, s.seq`),
  );
}

/** True when some run waits for the name. */
export async function isAwaited(db: Queryable, name: string): Promise<boolean> {
  return rowsOf(await db.execute(sql`select 1 as ok from engine_step where pending and event_name = ${name} limit 1`)).length > 0;
}

/**
 * Events of a name that a wait registered now may still receive, oldest first: those since the call began in which the run's
 * newest step ran (or since this call), which no wait of the run has received.
 */
export async function listMissed(tx: Tx, runId: string, name: string, calledAt: Date): Promise<StoredEvent[]> {
  return rowsOf<StoredEvent>(
    await tx.execute(sql`
      select id, name, payload from engine_event e
      where name = ${name}
        and received_at >= least(${iso(calledAt)},
          (select called_at from engine_step where run_id = ${runId} and not pending order by seq desc limit 1))
        and not exists (select 1 from engine_step s where s.run_id = ${runId} and s.event_id = e.id)
      order by received_at, id`),
  );
}
