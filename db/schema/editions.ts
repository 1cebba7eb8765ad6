// What stands around an edition once it is there: rulings by hand on its conflicts, watches that run it again, and notices of what changed.
import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, real, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { RuledSide } from "@/server/research/conflicts/override/schema";
import type { ChangeCounts } from "@/server/research/editions/changes/schema";
import { at, createdAt, id } from "./columns";
import { users } from "./identity";
import { requestCategories, requests } from "./research";

/** Rulings by hand. Rows are only ever added; of one conflict the newest counts. */
export const conflictOverrides = pgTable(
  "conflict_override",
  {
    id: id(),
    requestId: text("request_id")
      .notNull()
      .references(() => requests.id, { onDelete: "cascade" }),
    requestCategoryId: text("request_category_id")
      .notNull()
      .references(() => requestCategories.id, { onDelete: "cascade" }),
    attribute: text("attribute").notNull(),
    /** Names the disagreement by its attribute and the claims of its sides, whatever their ids. */
    fingerprint: text("fingerprint").notNull(),
    /** The sides as they stood when it was ruled. */
    sides: jsonb("sides").$type<RuledSide[]>().notNull(),
    /** strategy: the ruling before it was taken back. */
    ruling: text("ruling", { enum: ["winner", "set_apart", "open", "strategy"] }).notNull(),
    /** Fingerprint of the side that stands; null unless the ruling is "winner". */
    winner: text("winner"),
    reason: text("reason").notNull(),
    ruledBy: text("ruled_by").notNull(),
    at: at("at").notNull(),
    /** The ruling on the edition before, which this one repeats; null where it was made here. */
    carriedFrom: text("carried_from"),
  },
  (t) => [index("conflict_override_category").on(t.requestCategoryId, t.id), index("conflict_override_request").on(t.requestId)],
);

/** A subject that is asked again on a schedule. */
export const watches = pgTable(
  "watch",
  {
    id: id(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The series of editions that it goes on with. */
    seriesId: text("series_id").notNull(),
    interval: text("interval", { enum: ["daily", "weekly", "monthly"] }).notNull(),
    /** Day and time of day that the interval keeps. */
    anchorAt: at("anchor_at").notNull(),
    state: text("state", { enum: ["active", "paused", "stopped"] }).notNull(),
    nextAt: at("next_at"),
    /** Why it was paused or stopped, one sentence, where nobody did it by hand. */
    note: text("note"),
    /** What all its runs together may spend in a calendar month; null: what each run and the account may. */
    monthlyCapUsd: real("monthly_cap_usd"),
    createdAt: createdAt(),
    changedAt: at("changed_at").notNull(),
  },
  (t) => [
    index("watch_due").on(t.nextAt).where(sql`${t.state} = 'active'`),
    index("watch_owner").on(t.ownerId, t.createdAt),
    uniqueIndex("watch_series").on(t.ownerId, t.seriesId).where(sql`${t.state} <> 'stopped'`),
  ],
);

/** One due time of a watch: taken once, whoever is killed on the way. */
export const watchRuns = pgTable(
  "watch_run",
  {
    id: id(),
    watchId: text("watch_id")
      .notNull()
      .references(() => watches.id, { onDelete: "cascade" }),
    dueAt: at("due_at").notNull(),
    /** taken: to be submitted; running: submitted; told: compared, and told of if it changed; skipped: not run. */
    state: text("state", { enum: ["taken", "running", "told", "skipped"] }).notNull(),
    requestId: text("request_id").references(() => requests.id, { onDelete: "set null" }),
    /** Fields that changed against the edition before; null until compared. */
    changes: integer("changes"),
    note: text("note"),
    createdAt: createdAt(),
    endedAt: at("ended_at"),
  },
  (t) => [
    uniqueIndex("watch_run_due").on(t.watchId, t.dueAt),
    index("watch_run_state").on(t.state),
    uniqueIndex("watch_run_request").on(t.requestId),
  ],
);

/** What an account is told in the app: that an answer changed. Holds ids and counts. */
export const notices = pgTable(
  "notice",
  {
    id: id(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    watchId: text("watch_id").references(() => watches.id, { onDelete: "set null" }),
    requestId: text("request_id")
      .notNull()
      .references(() => requests.id, { onDelete: "cascade" }),
    previousId: text("previous_id"),
    counts: jsonb("counts").$type<ChangeCounts>().notNull(),
    createdAt: createdAt(),
    readAt: at("read_at"),
  },
  (t) => [uniqueIndex("notice_request").on(t.requestId), index("notice_owner").on(t.ownerId, t.createdAt)],
);
