// State of the embedded engine; owned by inngest/engine. JSON is kept as text: it is handed on as it came and never queried.
import { sql } from "drizzle-orm";
import { bigserial, boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at } from "./columns";

/** Events of the last day: what de-duplicates them, and where a wait looks back. */
export const engineEvents = pgTable(
  "engine_event",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    payload: text("payload").notNull(),
    receivedAt: at("received_at").notNull(),
  },
  (t) => [index("engine_event_name").on(t.name, t.receivedAt), index("engine_event_received").on(t.receivedAt)],
);

/** One run of a function. `status`: running, completed, failed, cancelled. */
export const engineRuns = pgTable(
  "engine_run",
  {
    id: text("id").primaryKey(),
    functionId: text("function_id").notNull(),
    status: text("status").notNull().default("running"),
    event: text("event").notNull(),
    /** Concurrency keys of its calls, evaluated when it was made. */
    keys: text("keys").array().notNull(),
    idempotencyKey: text("idempotency_key"),
    output: text("output"),
    error: text("error"),
    parentRunId: text("parent_run_id"),
    parentStepId: text("parent_step_id"),
    createdAt: at("created_at").notNull(),
    startedAt: at("started_at"),
    endedAt: at("ended_at"),
  },
  (t) => [
    index("engine_run_active").on(t.functionId).where(sql`${t.endedAt} is null`),
    index("engine_run_ended").on(t.endedAt),
    uniqueIndex("engine_run_idempotency").on(t.functionId, t.idempotencyKey).where(sql`${t.idempotencyKey} is not null`),
  ],
);

/** One step of a run: pending until `output` or `error` is written, once. `seq` is the order of that. */
export const engineSteps = pgTable(
  "engine_step",
  {
    runId: text("run_id")
      .notNull()
      .references(() => engineRuns.id, { onDelete: "cascade" }),
    id: text("id").notNull(),
    name: text("name").notNull(),
    op: text("op").notNull(),
    pending: boolean("pending").notNull(),
    output: text("output"),
    error: text("error"),
    /** Steps planned by one reply; the function is called again when the last of them has settled. */
    batch: text("batch"),
    /** The function is called again when this one settles, whatever its batch does. */
    race: boolean("race").notNull().default(false),
    /** What a wait waits for. */
    eventName: text("event_name"),
    expression: text("expression"),
    /** The event that ended the wait: no other wait of the run receives it. */
    eventId: text("event_id"),
    seq: bigserial("seq", { mode: "number" }).notNull(),
    /** When the call began that ran the step: how far a following wait looks back. */
    calledAt: at("called_at").notNull(),
    settledAt: at("settled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.id] }),
    index("engine_step_waits").on(t.eventName).where(sql`${t.pending} and ${t.eventName} is not null`),
  ],
);

/** What is to be done: call a function ("run"), call it for one planned step ("step"), or settle a step when time is up ("timer"). */
export const engineJobs = pgTable(
  "engine_job",
  {
    id: text("id").primaryKey(),
    runId: text("run_id")
      .notNull()
      .references(() => engineRuns.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    stepId: text("step_id"),
    attempt: integer("attempt").notNull().default(0),
    dueAt: at("due_at").notNull(),
    leaseUntil: at("lease_until"),
    /** Rises with every lease: a worker whose number is old cannot write. */
    fence: integer("fence").notNull().default(0),
    /** How often a process ended while it held the lease. */
    lost: integer("lost").notNull().default(0),
    /** Another call was asked for while this one was being made. */
    again: boolean("again").notNull().default(false),
    keys: text("keys").array().notNull(),
  },
  (t) => [
    index("engine_job_due").on(t.dueAt),
    index("engine_job_run").on(t.runId),
    index("engine_job_leased").on(t.leaseUntil).where(sql`${t.leaseUntil} is not null`),
  ],
);

/** When each schedule last fired, so that a tick missed while nothing ran is made up for once. */
export const engineCrons = pgTable("engine_cron", {
  id: text("id").primaryKey(),
  lastAt: at("last_at").notNull(),
});
