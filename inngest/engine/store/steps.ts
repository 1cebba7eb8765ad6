// Steps of runs: planned, then settled exactly once.
import { sql } from "drizzle-orm";
import { type Queryable, rowsOf, type Tx } from "@/db/client";
import { iso, stepJobId, textArray } from "./jobs";

export type StoredStep = {
  readonly runId: string;
  readonly id: string;
  readonly pending: boolean;
  readonly output: string | null;
  readonly error: string | null;
};
export type StepResult = { readonly output: string; readonly error?: undefined } | { readonly error: string; readonly output?: undefined };
export type PlannedStep = {
  readonly id: string;
  readonly name: string;
  readonly op: string;
  readonly race: boolean;
  readonly eventName?: string | undefined;
  readonly expression?: string | null | undefined;
};

/** All steps of runs, in the order in which they settled. */
export async function loadSteps(db: Queryable, runIds: readonly string[]): Promise<StoredStep[]> {
  return rowsOf<StoredStep>(
    await db.execute(sql`
      select run_id as "runId", id, pending, output, error from engine_step where run_id = any(${textArray(runIds)}) order by seq`),
  );
}

export type FinishedStep = { readonly id: string; readonly name: string; readonly op: string } & StepResult;

/** Saves steps that ran inline, if the lease still holds, in one statement. False when it does not: then nothing was saved. */
export async function checkpointSteps(
  db: Queryable,
  held: { readonly jobId: string; readonly fence: number; readonly calledAt: Date },
  steps: readonly FinishedStep[],
  now: Date,
  leaseUntil: Date,
): Promise<boolean> {
  const rows = sql.join(
    steps.map((step) => sql`(${step.id}::text, ${step.name}::text, ${step.op}::text, ${step.output ?? null}::text, ${step.error ?? null}::text)`),
    sql`, `,
  );
  const [row] = rowsOf<{ held: boolean }>(
    await db.execute(sql`
      with held as (
        update engine_job set lease_until = ${iso(leaseUntil)}, lost = 0
        where id = ${held.jobId} and fence = ${held.fence} and lease_until is not null returning run_id),
      saved as (
        insert into engine_step (run_id, id, name, op, pending, output, error, called_at, settled_at)
        select held.run_id, v.id, v.name, v.op, false, v.output, v.error, ${iso(held.calledAt)}, ${iso(now)}
        from held, (values ${rows}) as v (id, name, op, output, error)
        on conflict (run_id, id) do nothing)
      select exists (select 1 from held) as held`),
  );
  return row?.held === true;
}

/** Saves steps that ran inline, within a transition that holds the lock. */
export async function saveSteps(tx: Tx, runId: string, steps: readonly FinishedStep[], calledAt: Date, now: Date): Promise<void> {
  for (const step of steps) {
    await tx.execute(sql`
      insert into engine_step (run_id, id, name, op, pending, output, error, called_at, settled_at)
      values (${runId}, ${step.id}, ${step.name}, ${step.op}, false, ${step.output ?? null}, ${step.error ?? null}, ${iso(calledAt)}, ${iso(now)})
      on conflict (run_id, id) do nothing`);
  }
}

/** Plans steps as one batch; the ids of those that were not known before. */
export async function planSteps(tx: Tx, runId: string, batch: string, calledAt: Date, steps: readonly PlannedStep[]): Promise<Set<string>> {
  if (steps.length === 0) return new Set();
  const rows = sql.join(
    steps.map(
      (s) =>
        sql`(${runId}, ${s.id}, ${s.name}, ${s.op}, true, ${batch}, ${s.race}::boolean, ${s.eventName ?? null}, ${s.expression ?? null}, ${iso(calledAt)})`,
    ),
    sql`, `,
  );
  const inserted = rowsOf<{ id: string }>(
    await tx.execute(sql`
      insert into engine_step (run_id, id, name, op, pending, batch, race, event_name, expression, called_at) values ${rows}
      on conflict (run_id, id) do nothing returning id`),
  );
  return new Set(inserted.map((row) => row.id));
}

type SettledStep = { readonly runId: string; readonly id: string; readonly eventId?: string | undefined; readonly calledAt?: Date | undefined };

/**
 * Writes the result of a pending step of a running run, once. Answers whether the function is to be called again now;
 * null when the step had settled or its run had ended.
 */
export async function settleStep(tx: Tx, step: SettledStep, result: StepResult, now: Date): Promise<{ readonly callNow: boolean } | null> {
  // The run's row is locked first, in a statement of its own: of two steps that settle at once, the second must see the first.
  const [run] = rowsOf(await tx.execute(sql`select 1 as ok from engine_run where id = ${step.runId} and ended_at is null for no key update`));
  return run ? settleLocked(tx, step, result, now) : null;
}

/** The same, where the transaction has locked the running run before. */
export async function settleLocked(tx: Tx, step: SettledStep, result: StepResult, now: Date): Promise<{ readonly callNow: boolean } | null> {
  const calledAt = step.calledAt ? sql`, called_at = ${iso(step.calledAt)}` : sql``;
  // One statement sees the steps as they were before it, this one still pending among them.
  const [settled] = rowsOf<{ race: boolean; open: boolean }>(
    await tx.execute(sql`
      with settled as (
        update engine_step set pending = false, output = ${result.output ?? null}, error = ${result.error ?? null}, event_id = ${step.eventId ?? null},
          seq = nextval('engine_step_seq_seq'), settled_at = ${iso(now)} ${calledAt}
        where run_id = ${step.runId} and id = ${step.id} and pending returning batch, race),
      gone as (delete from engine_job where id = ${stepJobId(step.runId, step.id)} and exists (select 1 from settled))
      select race, exists (
        select 1 from engine_step o where o.run_id = ${step.runId} and o.pending and o.batch = settled.batch and o.id <> ${step.id}) as open
      from settled`),
  );
  return settled ? { callNow: settled.race || !settled.open } : null;
}

/** What kind of step is pending under an id; null when none is. */
export async function pendingOp(db: Queryable, runId: string, id: string): Promise<string | null> {
  const [row] = rowsOf<{ op: string }>(await db.execute(sql`select op from engine_step where run_id = ${runId} and id = ${id} and pending`));
  return row?.op ?? null;
}
