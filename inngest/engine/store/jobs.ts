// The queue. A lease belongs to whoever holds its current fence; every write of a call goes through that.
import { sql } from "drizzle-orm";
import { type Queryable, rowsOf, type Tx } from "@/db/client";

export type DueJob = { readonly id: string; readonly kind: JobKind; readonly functionId: string; readonly keys: string[]; readonly dueAt: number };
export type JobKind = "run" | "step" | "timer";
export type ClaimedJob = {
  readonly id: string;
  readonly runId: string;
  readonly functionId: string;
  readonly kind: JobKind;
  readonly stepId: string | null;
  readonly attempt: number;
  readonly fence: number;
  readonly lost: number;
  readonly dueAt: number;
  readonly event: string;
  readonly keys: string[];
};

export const iso = (date: Date) => sql`${date.toISOString()}::timestamptz`;
export const textArray = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;
const epochMs = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** Held until the transaction ends: one process at a time counts and takes. The number only names the lock. */
export async function lockClaims(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7216042)`);
}

/** Calls being made now per concurrency key. */
export async function countActive(db: Queryable, now: Date): Promise<Map<string, number>> {
  const rows = rowsOf<{ key: string; n: number }>(
    await db.execute(sql`
      select key, count(*)::int as n from engine_job, unnest(keys) as key
      where lease_until > ${iso(now)} group by key`),
  );
  return new Map(rows.map((row) => [row.key, Number(row.n)]));
}

/** The first free jobs by due time, those of the future included: the first of them tells when to look again. */
export async function listFree(db: Queryable, now: Date, fullKeys: readonly string[], limit: number): Promise<DueJob[]> {
  const room = fullKeys.length > 0 ? sql`and not (j.keys && ${textArray(fullKeys)})` : sql``;
  return rowsOf<DueJob>(
    await db.execute(sql`
      select j.id, j.kind, r.function_id as "functionId", j.keys, ${epochMs("j.due_at")} as "dueAt"
      from engine_job j join engine_run r on r.id = j.run_id
      where (j.lease_until is null or j.lease_until <= ${iso(now)}) ${room}
      order by j.due_at, j.id limit ${limit}`),
  );
}

/** Takes leases; jobs that somebody else took meanwhile are left out. A lease that had expired counts as a lost call. */
export async function lease(db: Queryable, ids: readonly string[], now: Date, until: Date): Promise<ClaimedJob[]> {
  return rowsOf<ClaimedJob>(
    await db.execute(sql`
      with taken as (
        update engine_job set
          lease_until = ${iso(until)}, fence = fence + 1, again = false,
          lost = lost + case when lease_until is null then 0 else 1 end
        where id = any(${textArray(ids)}) and (lease_until is null or lease_until <= ${iso(now)})
        returning *),
      begun as (update engine_run set started_at = ${iso(now)} where id in (select run_id from taken where kind <> 'timer') and started_at is null)
      select t.id, t.run_id as "runId", r.function_id as "functionId", t.kind, t.step_id as "stepId", t.attempt, t.fence, t.lost,
        ${epochMs("t.due_at")} as "dueAt", r.event, t.keys
      from taken t join engine_run r on r.id = t.run_id order by t.due_at, t.id`),
  );
}

/** Extends leases; the ids of those that are still held. */
export async function renew(db: Queryable, held: readonly { readonly id: string; readonly fence: number }[], until: Date): Promise<Set<string>> {
  if (held.length === 0) return new Set();
  const pairs = sql.join(
    held.map((h) => sql`(${h.id}, ${h.fence}::int)`),
    sql`, `,
  );
  const rows = rowsOf<{ id: string }>(
    await db.execute(sql`
      update engine_job set lease_until = ${iso(until)} where (id, fence) in (values ${pairs}) and lease_until is not null returning id`),
  );
  return new Set(rows.map((row) => row.id));
}

/** Gives leases back, so that the jobs are free at once. A later write of their holder finds its fence old. */
export async function release(db: Queryable, held: readonly { readonly id: string; readonly fence: number }[]): Promise<void> {
  for (const { id, fence } of held) {
    await db.execute(sql`update engine_job set lease_until = null, fence = fence + 1 where id = ${id} and fence = ${fence}`);
  }
}

/** Frees every lease: for the only process of a database, at its start. */
export async function releaseAll(db: Queryable): Promise<number> {
  const rows = rowsOf(await db.execute(sql`update engine_job set lease_until = null, lost = lost + 1 where lease_until is not null returning id`));
  return rows.length;
}

/**
 * Locks run and job for a transition. Null when the run has ended or the lease is somebody else's: then nothing may be written.
 * The run comes first, as where a run ends and takes its jobs along: locked the other way round, the two wait for each other.
 */
export async function lockHeld(tx: Tx, jobId: string, fence: number): Promise<{ readonly again: boolean } | null> {
  const [row] = rowsOf<{ again: boolean }>(
    await tx.execute(sql`
      with run as materialized (
        select id from engine_run where id = (select run_id from engine_job where id = ${jobId}) and ended_at is null for no key update)
      select j.again from run join engine_job j on j.run_id = run.id
      where j.id = ${jobId} and j.fence = ${fence} and j.lease_until is not null for no key update of j`),
  );
  return row ?? null;
}

/** Puts a held job back: another try, or the next call. */
export async function requeue(
  tx: Tx,
  job: { readonly id: string; readonly fence: number },
  next: { readonly attempt: number; readonly dueAt: Date },
): Promise<void> {
  await tx.execute(sql`
    update engine_job set attempt = ${next.attempt}, due_at = ${iso(next.dueAt)}, lease_until = null, again = false, lost = 0
    where id = ${job.id} and fence = ${job.fence}`);
}

export async function deleteJob(tx: Tx, jobId: string): Promise<void> {
  await tx.execute(sql`delete from engine_job where id = ${jobId}`);
}

/** Asks for a call of the function; one that is being made already is followed by another. */
export async function requestCall(tx: Tx, runId: string, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into engine_job (id, run_id, kind, due_at, keys) select id, id, 'run', ${iso(now)}, keys from engine_run where id = ${runId}
    on conflict (id) do update set again = (engine_job.lease_until is not null)`);
}

export type NewJob = { readonly stepId: string; readonly kind: "step" | "timer"; readonly dueAt: Date };

/** Queues the jobs of planned steps. Timers carry no keys: settling takes no place of a call. */
export async function addStepJobs(tx: Tx, runId: string, keys: readonly string[], jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const rows = sql.join(
    jobs.map(
      (job) =>
        sql`(${stepJobId(runId, job.stepId)}, ${runId}, ${job.kind}, ${job.stepId}, ${iso(job.dueAt)}, ${textArray(job.kind === "step" ? keys : [])})`,
    ),
    sql`, `,
  );
  await tx.execute(sql`insert into engine_job (id, run_id, kind, step_id, due_at, keys) values ${rows} on conflict (id) do nothing`);
}

export function stepJobId(runId: string, stepId: string): string {
  return `${runId}:${stepId}`;
}
