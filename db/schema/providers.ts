import { bigint, boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { UnitPrices } from "@/server/research/spending/schema";
import { at, createdAt, id } from "./columns";
import { answers } from "./research";

/** One call to a provider: what was set aside for it before it was made, and what it cost. Holds ids only and outlives the request, so that what was spent stays counted. */
export const providerCalls = pgTable(
  "provider_call",
  {
    id: id(),
    ownerId: text("owner_id").notNull(),
    requestId: text("request_id"),
    /** The answer it was made for; null for an administrator's test and for writing. */
    answerId: text("answer_id"),
    provider: text("provider").notNull(),
    model: text("model"),
    purpose: text("purpose", { enum: ["ask", "test", "write", "embed"] }).notNull(),
    attempt: integer("attempt").notNull(),
    /** open: under way; settled: it came back; lost: nobody here saw it come back. */
    state: text("state", { enum: ["open", "settled", "lost"] }).notNull(),
    /** Ticks of 1e-10 US dollars, so that sums are exact. */
    reservedTicks: bigint("reserved_ticks", { mode: "number" }).notNull(),
    /** Null while it is not known. */
    costTicks: bigint("cost_ticks", { mode: "number" }),
    basis: text("basis", { enum: ["billed", "estimated", "unknown", "free"] }),
    reason: text("reason"),
    outcome: text("outcome", { enum: ["ok", "partial", "failed", "refused"] }),
    errorKind: text("error_kind"),
    startedAt: at("started_at").notNull(),
    endedAt: at("ended_at"),
  },
  (t) => [
    index("provider_call_owner").on(t.ownerId, t.startedAt),
    index("provider_call_request").on(t.requestId),
    index("provider_call_answer").on(t.answerId),
    index("provider_call_provider").on(t.provider, t.startedAt),
  ],
);

/** What a model costs from one day to another; of several rows that hold at a time, the latest version counts. */
export const providerPrices = pgTable(
  "provider_price",
  {
    id: id(),
    provider: text("provider").notNull(),
    model: text("model").notNull(),
    version: integer("version").notNull(),
    prices: jsonb("prices").$type<UnitPrices>().notNull(),
    validFrom: at("valid_from").notNull(),
    /** Null: until another version. */
    validTo: at("valid_to"),
    origin: text("origin", { enum: ["seed", "admin"] }).notNull(),
    changedBy: text("changed_by").notNull(),
    reason: text("reason"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("provider_price_version").on(t.provider, t.model, t.version)],
);

/** An administrator's switch; a provider without a row is on. */
export const providerSettings = pgTable("provider_setting", {
  provider: text("provider").primaryKey(),
  enabled: boolean("enabled").notNull(),
  version: integer("version").notNull(),
  changedBy: text("changed_by").notNull(),
  reason: text("reason"),
  changedAt: at("changed_at").notNull(),
});

/** Breakers that are open, so that a restart and other processes know. */
export const providerBreakers = pgTable("provider_breaker", {
  provider: text("provider").primaryKey(),
  /** How often it has opened in a row, from 1. */
  attempt: integer("attempt").notNull(),
  reason: text("reason").notNull(),
  openedAt: at("opened_at").notNull(),
  openedUntil: at("opened_until").notNull(),
});

/** Which stored answer may stand for a question for a while. It goes when the answer is erased. */
export const cachedAnswers = pgTable(
  "cached_answer",
  {
    /** SHA-256 of provider, model and question. */
    key: text("key").primaryKey(),
    provider: text("provider").notNull(),
    answerId: text("answer_id")
      .notNull()
      .references(() => answers.id, { onDelete: "cascade" }),
    askedAt: at("asked_at").notNull(),
    expiresAt: at("expires_at").notNull(),
  },
  (t) => [index("cached_answer_expires").on(t.expiresAt)],
);
