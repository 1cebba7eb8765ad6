// The ledger of calls.
import { and, asc, count, eq, gt, gte, inArray, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import { type Queryable, rowsOf, type Tx } from "@/db/client";
import { watches } from "@/db/schema/editions";
import { providerCalls } from "@/db/schema/providers";
import { answers, requestCategories, requests } from "@/db/schema/research";
import type { Sums } from "./core/admission";
import type { Month } from "./core/month";

export type CallRow = typeof providerCalls.$inferSelect;

/** Makes those who spend for one account follow each other until the transaction ends. */
export async function lockSpending(tx: Tx, ownerId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`spending:${ownerId}`}, 0))`);
}

export async function insertCall(tx: Tx, row: typeof providerCalls.$inferInsert): Promise<void> {
  await tx.insert(providerCalls).values(row);
}

const inMonth = (ownerId: string, month: Month) =>
  and(eq(providerCalls.ownerId, ownerId), gte(providerCalls.startedAt, month.from), lt(providerCalls.startedAt, month.to));

export async function sumsOfRequest(db: Queryable, requestId: string): Promise<Sums> {
  return sums(db, eq(providerCalls.requestId, requestId));
}

export async function sumsOfMonth(db: Queryable, ownerId: string, month: Month): Promise<Sums> {
  return sums(db, inMonth(ownerId, month));
}

/** The watch that set a request going; null when somebody asked for it. */
export async function watchOf(db: Queryable, requestId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: watches.id })
    .from(requests)
    .innerJoin(watches, and(eq(watches.ownerId, requests.ownerId), ofWatch(sql`${watches.id}`)))
    .where(eq(requests.id, requestId));
  return row?.id ?? null;
}

export async function capOfWatch(db: Queryable, watchId: string): Promise<number | null> {
  const [row] = await db.select({ capUsd: watches.monthlyCapUsd }).from(watches).where(eq(watches.id, watchId));
  return row?.capUsd ?? null;
}

/** What the requests that a watch set going have cost in a month. */
export async function sumsOfWatch(db: Queryable, watchId: string, month: Month): Promise<Sums> {
  const own = db
    .select({ id: requests.id })
    .from(requests)
    .innerJoin(watches, and(eq(watches.ownerId, requests.ownerId), ofWatch(sql`${watches.id}`)))
    .where(eq(watches.id, watchId));
  return sums(db, and(inArray(providerCalls.requestId, own), gte(providerCalls.startedAt, month.from), lt(providerCalls.startedAt, month.to)));
}

/** A request's key tells which watch set it going: it is there from the first moment, as the run's row is not. */
function ofWatch(watchId: SQL): SQL {
  return sql`starts_with(${requests.idempotencyKey}, 'watch:' || ${watchId} || ':')`;
}

async function sums(db: Queryable, where: SQL | undefined): Promise<Sums> {
  const open = eq(providerCalls.state, "open");
  const spent = sql<string>`coalesce(sum(coalesce(${providerCalls.costTicks}, ${providerCalls.reservedTicks})) filter (where not ${open}), 0)`;
  const reserved = sql<string>`coalesce(sum(${providerCalls.reservedTicks}) filter (where ${open}), 0)`;
  const [row] = await db.select({ spent, reserved }).from(providerCalls).where(where);
  return { spentTicks: Number(row?.spent ?? 0), openTicks: Number(row?.reserved ?? 0) };
}

/** Ends a call that is under way or was given up; the row, or null when it had ended. */
export async function endCall(tx: Tx, id: string, change: Partial<typeof providerCalls.$inferInsert>): Promise<CallRow | null> {
  const where = and(eq(providerCalls.id, id), inArray(providerCalls.state, ["open", "lost"]));
  return (await tx.update(providerCalls).set(change).where(where).returning())[0] ?? null;
}

/** What was free stays so. */
const lost = {
  state: "lost" as const,
  basis: sql<CallRow["basis"]>`case when ${providerCalls.reservedTicks} = 0 then 'free' else 'unknown' end`,
  costTicks: sql<number | null>`case when ${providerCalls.reservedTicks} = 0 then 0 end`,
};

/**
 * The call that was under way for an answer is lost and counts as what such a call is expected to cost. Counted as the most it may cost, which was set
 * aside for it, the calls of one crash could use up a cap that they are nowhere near.
 */
export async function loseRepeated(tx: Tx, answerId: string, estimateTicks: number, change: { reason: string; endedAt: Date }): Promise<void> {
  const where = and(eq(providerCalls.answerId, answerId), eq(providerCalls.state, "open"));
  const free = sql`${providerCalls.reservedTicks} = 0`;
  const costTicks = sql<number>`case when ${free} then 0 else ${estimateTicks}::bigint end`;
  const basis = sql<CallRow["basis"]>`case when ${free} then 'free' else 'estimated' end`;
  await tx
    .update(providerCalls)
    .set({ state: "lost", costTicks, basis, ...change })
    .where(where);
}

/** Calls that were under way for these answers are lost: nobody waits for them any more. */
export async function loseCalls(tx: Tx, answerIds: readonly string[], change: { reason: string; endedAt: Date }): Promise<void> {
  if (answerIds.length === 0) return;
  const where = and(inArray(providerCalls.answerId, [...answerIds]), eq(providerCalls.state, "open"));
  await tx
    .update(providerCalls)
    .set({ ...lost, ...change })
    .where(where);
}

/** Calls of an account that have been under way since before `before` are lost. */
export async function loseStale(tx: Tx, ownerId: string, before: Date, change: { reason: string; endedAt: Date }): Promise<void> {
  const where = and(eq(providerCalls.ownerId, ownerId), eq(providerCalls.state, "open"), lt(providerCalls.startedAt, before));
  await tx
    .update(providerCalls)
    .set({ ...lost, ...change })
    .where(where);
}

/** Lost calls of an answer cost as much as the one that repeated them. */
export async function estimateLost(tx: Tx, answerId: string, costTicks: number, reason: string): Promise<void> {
  const where = and(eq(providerCalls.answerId, answerId), eq(providerCalls.state, "lost"), gt(providerCalls.reservedTicks, 0));
  await tx.update(providerCalls).set({ costTicks, basis: "estimated", reason }).where(where);
}

export async function callsOfAnswer(db: Queryable, answerId: string): Promise<CallRow[]> {
  return db.select().from(providerCalls).where(eq(providerCalls.answerId, answerId)).orderBy(asc(providerCalls.startedAt), asc(providerCalls.id));
}

/** The ended calls of a request to the model that writes: their known cost in ticks, and how many have none. */
export async function writingOf(db: Queryable, requestId: string): Promise<{ calls: number; ticks: number; unknown: number }> {
  const [row] = await db
    .select({
      calls: count(),
      ticks: sql<string>`coalesce(sum(${providerCalls.costTicks}), 0)`,
      unknown: sql<string>`count(*) filter (where ${providerCalls.costTicks} is null)`,
    })
    .from(providerCalls)
    .where(and(eq(providerCalls.requestId, requestId), eq(providerCalls.purpose, "write"), ne(providerCalls.state, "open")));
  return { calls: row?.calls ?? 0, ticks: Number(row?.ticks ?? 0), unknown: Number(row?.unknown ?? 0) };
}

/** The dearest known cost of a call to a provider and model since a moment, ticks. */
export async function dearestCall(db: Queryable, provider: string, model: string | null, since: Date): Promise<number> {
  const same = model === null ? isNull(providerCalls.model) : eq(providerCalls.model, model);
  const [row] = await db
    .select({ most: sql<string | null>`max(${providerCalls.costTicks})` })
    .from(providerCalls)
    .where(and(eq(providerCalls.provider, provider), gte(providerCalls.startedAt, since), same));
  return Number(row?.most ?? 0);
}

/** The calls of a request with the category each was for, oldest first. */
export async function callsOfRequest(db: Queryable, requestId: string): Promise<(CallRow & { category: string | null })[]> {
  const rows = await db
    .select({ call: providerCalls, category: requestCategories.slug })
    .from(providerCalls)
    .leftJoin(answers, eq(answers.id, providerCalls.answerId))
    .leftJoin(requestCategories, eq(requestCategories.id, answers.requestCategoryId))
    .where(eq(providerCalls.requestId, requestId))
    .orderBy(asc(providerCalls.startedAt), asc(providerCalls.id));
  return rows.map(({ call, category }) => ({ ...call, category }));
}

type Figures = Record<"calls" | "failed" | "lost" | "spent" | "unknown", string | number> & {
  provider: string;
  p50: number | null;
  p95: number | null;
};

/** Counts and latencies (milliseconds) since `day`, and costs (ticks) since `month`, by provider. */
export async function figuresSince(db: Queryable, since: { day: Date; month: Date }): Promise<Figures[]> {
  const [day, month] = [since.day.toISOString(), since.month.toISOString()];
  const from = since.day < since.month ? day : month;
  const recent = sql`started_at >= ${day}::timestamptz`;
  const own = sql`started_at >= ${month}::timestamptz and state <> 'open'`;
  const answered = sql`${recent} and state = 'settled' and outcome in ('ok', 'partial')`;
  const took = sql`extract(epoch from ended_at - started_at) * 1000`;
  return rowsOf<Figures>(
    await db.execute(sql`
      select provider,
        count(*) filter (where ${recent}) as calls,
        count(*) filter (where ${recent} and outcome = 'failed') as failed,
        count(*) filter (where ${recent} and state = 'lost') as lost,
        percentile_cont(0.5) within group (order by ${took}) filter (where ${answered}) as p50,
        percentile_cont(0.95) within group (order by ${took}) filter (where ${answered}) as p95,
        coalesce(sum(cost_ticks) filter (where ${own}), 0) as spent,
        count(*) filter (where ${own} and cost_ticks is null) as unknown
      from provider_call where started_at >= ${from}::timestamptz group by provider`),
  );
}
