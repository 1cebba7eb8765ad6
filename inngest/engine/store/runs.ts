import { sql } from "drizzle-orm";
import { type Queryable, rowsOf, type Tx } from "@/db/client";
import { engineJobs, engineRuns } from "@/db/schema/engine";
import { iso, textArray } from "./jobs";

export type NewRun = {
  readonly id: string;
  readonly functionId: string;
  /** The event as JSON. */
  readonly event: string;
  readonly keys: string[];
  readonly idempotencyKey: string | null;
  readonly parentRunId?: string;
  readonly parentStepId?: string;
  readonly dueAt: Date;
};

/** Makes runs and asks for their first calls; the ids of those whose idempotency key was free. */
export async function addRuns(tx: Tx, runs: readonly NewRun[], now: Date): Promise<string[]> {
  const added: string[] = [];
  for (let from = 0; from < runs.length; from += 200) {
    const part = runs.slice(from, from + 200);
    const made = await tx
      .insert(engineRuns)
      .values(part.map(({ dueAt: _, ...run }) => ({ ...run, createdAt: now })))
      .onConflictDoNothing()
      .returning({ id: engineRuns.id });
    const ids = new Set(made.map((row) => row.id));
    const jobs = part.filter((run) => ids.has(run.id)).map((run) => ({ id: run.id, runId: run.id, kind: "run", dueAt: run.dueAt, keys: run.keys }));
    if (jobs.length > 0) await tx.insert(engineJobs).values(jobs);
    added.push(...ids);
  }
  return added;
}

export type RunEnd = { readonly status: "completed" | "failed" | "cancelled"; readonly output: string | null; readonly error: string | null };
export type EndedRow = {
  readonly id: string;
  readonly functionId: string;
  readonly event: string;
  readonly parentRunId: string | null;
  readonly parentStepId: string | null;
  readonly ms: number;
};

/** Ends a run that is running and drops its open work; null when it had ended. */
export async function closeRun(tx: Tx, runId: string, end: RunEnd, now: Date): Promise<EndedRow | null> {
  const [row] = rowsOf<EndedRow>(
    await tx.execute(sql`
      update engine_run set status = ${end.status}, output = ${end.output}, error = ${end.error}, ended_at = ${iso(now)}
      where id = ${runId} and ended_at is null
      returning id, function_id as "functionId", event, parent_run_id as "parentRunId", parent_step_id as "parentStepId",
        (extract(epoch from ${iso(now)} - created_at) * 1000)::float8 as ms`),
  );
  if (!row) return null;
  await tx.execute(sql`delete from engine_job where run_id = ${runId}`);
  await tx.execute(sql`delete from engine_step where run_id = ${runId} and pending`);
  return row;
}

export type ActiveRun = { readonly id: string; readonly functionId: string; readonly event: string; readonly createdAt: number };

/** Running runs of functions, oldest first. */
export async function listActive(db: Queryable, functionIds: readonly string[]): Promise<ActiveRun[]> {
  return rowsOf<ActiveRun>(
    await db.execute(sql`
      select id, function_id as "functionId", event, (extract(epoch from created_at) * 1000)::float8 as "createdAt"
      from engine_run where ended_at is null and function_id = any(${textArray(functionIds)}) order by id`),
  );
}

export type RunState = {
  readonly id: string;
  readonly functionId: string;
  readonly status: string;
  readonly output: string | null;
  readonly error: string | null;
};

export async function readRun(db: Queryable, runId: string): Promise<RunState | null> {
  const [row] = rowsOf<RunState>(
    await db.execute(sql`select id, function_id as "functionId", status, output, error from engine_run where id = ${runId}`),
  );
  return row ?? null;
}

/** Frees idempotency keys of an earlier day and removes runs that ended before `runsBefore` and events before `eventsBefore`. At most `limit` runs. */
export async function sweep(
  db: Queryable,
  before: { readonly keys: Date; readonly runs: Date; readonly events: Date },
  limit: number,
): Promise<number> {
  await db.execute(sql`update engine_run set idempotency_key = null where idempotency_key is not null and created_at < ${iso(before.keys)}`);
  await db.execute(sql`delete from engine_event where received_at < ${iso(before.events)}`);
  const rows = rowsOf(
    await db.execute(sql`
      delete from engine_run where id in (select id from engine_run where ended_at < ${iso(before.runs)} order by ended_at limit ${limit}) returning id`),
  );
  return rows.length;
}
