import { boolean, index, integer, jsonb, pgTable, primaryKey, real, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { ClaimValue, Qualifiers } from "@/server/research/claims/schema";
import type { DetectedConflict } from "@/server/research/conflicts/schema";
import type { ChangeCounts } from "@/server/research/editions/changes/schema";
import type { Cost, ProviderError, StoredFinding } from "@/server/research/providers/schema";
import type { Coverage, RunStep, SubjectIdentity } from "@/server/research/requests/schema";
import type { Score } from "@/server/research/scoring/schema";
import type { PublicationNotice, SourceIdentity } from "@/server/research/sources/schema";
import type { Citation, GateVerdict } from "@/server/research/synthesis/schema";
import { at, createdAt, id } from "./columns";
import { users } from "./identity";
import { categories } from "./packs";

export const requestStatuses = ["pending", "processing", "completed", "partial_failure", "failed", "cancelled"] as const;
export const categoryStates = ["queued", "asking", "gathering", "verifying", "writing", "done", "failed", "cancelled"] as const;
export const categoryOutcomes = ["found", "nothing_found", "not_searched", "blocked", "failed"] as const;

export const requests = pgTable(
  "request",
  {
    id: id(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    subject: text("subject").notNull(),
    identity: jsonb("identity").$type<SubjectIdentity>(),
    packSlug: text("pack_slug").notNull(),
    packName: text("pack_name").notNull(),
    packVersion: integer("pack_version").notNull(),
    providers: jsonb("providers").$type<string[]>().notNull(),
    /** Empty: the owner's whole library; else the documents it is limited to. */
    documentIds: jsonb("document_ids").$type<string[]>().notNull().default([]),
    status: text("status", { enum: requestStatuses }).notNull(),
    /** A submit with the same key by the same owner is the same request. */
    idempotencyKey: text("idempotency_key").notNull(),
    /** Raised by retry: a new round asks the failed categories again. */
    round: integer("round").notNull().default(1),
    capUsd: real("cap_usd").notNull(),
    /** Whether stored answers may not stand for new ones. */
    fresh: boolean("fresh").notNull().default(false),
    /** Whether stretches of the owner's documents may be shown to an engine that answers over passages. */
    sharePassages: boolean("share_passages").notNull().default(false),
    createdAt: createdAt(),
    startedAt: at("started_at"),
    endedAt: at("ended_at"),
    cancelledAt: at("cancelled_at"),
    /** Why it ended as it did, one sentence; null when complete. */
    note: text("note"),
    /** The first request of the editions of one subject; null: itself. */
    seriesId: text("series_id"),
    /** The request that this one runs again. It may have been erased since. */
    previousId: text("previous_id"),
    /** What differs from the edition before, counted when it had ended; null where there is none or it was not counted yet. */
    changes: jsonb("changes").$type<ChangeCounts>(),
    /** Which version of the program it ran with; null for requests from before this was kept. */
    programVersion: text("program_version"),
  },
  (t) => [
    uniqueIndex("request_owner_key").on(t.ownerId, t.idempotencyKey),
    index("request_owner_created").on(t.ownerId, t.createdAt),
    index("request_status").on(t.status, t.createdAt),
    index("request_series").on(t.seriesId),
  ],
);

export const requestCategories = pgTable(
  "request_category",
  {
    id: id(),
    requestId: text("request_id")
      .notNull()
      .references(() => requests.id, { onDelete: "cascade" }),
    categoryId: text("category_id")
      .notNull()
      .references(() => categories.id),
    categoryVersion: integer("category_version").notNull(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    position: integer("position").notNull(),
    state: text("state", { enum: categoryStates }).notNull(),
    outcome: text("outcome", { enum: categoryOutcomes }),
    coverage: jsonb("coverage").$type<Coverage>(),
    confidence: jsonb("confidence").$type<Score>(),
    quality: jsonb("quality").$type<Score>(),
    sourceCount: integer("source_count").notNull().default(0),
    independentCount: integer("independent_count").notNull().default(0),
    withheldCount: integer("withheld_count").notNull().default(0),
    round: integer("round").notNull().default(1),
    /** The one provider that the current round asks; the others' answers stand. Null: every provider is asked. */
    asksOnly: text("asks_only"),
    /** When asking, verifying and writing began and ended, for the timeline. */
    steps: jsonb("steps").$type<RunStep[]>().notNull().default([]),
    startedAt: at("started_at"),
    endedAt: at("ended_at"),
    /** One sentence where it failed. */
    error: text("error"),
  },
  (t) => [uniqueIndex("request_category_slug").on(t.requestId, t.slug), index("request_category_state").on(t.requestId, t.state)],
);

/** What one provider returned for one category in one round. */
export const answers = pgTable(
  "answer",
  {
    id: id(),
    requestCategoryId: text("request_category_id")
      .notNull()
      .references(() => requestCategories.id, { onDelete: "cascade" }),
    provider: text("provider").notNull(),
    round: integer("round").notNull(),
    status: text("status", { enum: ["asking", "ok", "partial", "failed", "refused"] }).notNull(),
    model: text("model"),
    servedModel: text("served_model"),
    text: text("text").notNull().default(""),
    queries: jsonb("queries").$type<string[]>().notNull().default([]),
    usage: jsonb("usage").$type<Record<string, number>>().notNull().default({}),
    cost: jsonb("cost").$type<Cost>(),
    error: jsonb("error").$type<ProviderError>(),
    attempts: integer("attempts").notNull().default(1),
    sourceCount: integer("source_count").notNull().default(0),
    /** The sources it brought, their texts in snapshots, and the claims an API stated outright. */
    found: jsonb("found").$type<StoredFinding>(),
    rawHash: text("raw_hash"),
    startedAt: at("started_at").notNull(),
    endedAt: at("ended_at"),
  },
  (t) => [uniqueIndex("answer_once").on(t.requestCategoryId, t.provider, t.round)],
);

/** Bodies and texts by SHA-256 of their UTF-8 bytes. */
export const snapshots = pgTable("snapshot", { hash: text("hash").primaryKey(), body: text("body").notNull(), createdAt: createdAt() });

export const sources = pgTable(
  "source",
  {
    id: id(),
    requestId: text("request_id")
      .notNull()
      .references(() => requests.id, { onDelete: "cascade" }),
    /** scheme:value of the canonical identity. */
    identityKey: text("identity_key").notNull(),
    identity: jsonb("identity").$type<SourceIdentity>().notNull(),
    aliases: jsonb("aliases").$type<SourceIdentity[]>().notNull().default([]),
    /** The number that stands for it everywhere in the edition, from 1, in order of first mention. */
    number: integer("number").notNull(),
    title: text("title").notNull(),
    url: text("url"),
    tier: integer("tier").notNull(),
    date: text("date"),
    jurisdiction: text("jurisdiction"),
    publisher: text("publisher"),
    licence: text("licence"),
    superseded: boolean("superseded").notNull().default(false),
    /** Identity key of the work it copies; sources with one upstream are one voice. */
    upstreamKey: text("upstream_key"),
    /** Retractions, concerns and corrections that a provider's record states. */
    notices: jsonb("notices").$type<PublicationNotice[]>().notNull().default([]),
    snapshotHash: text("snapshot_hash").notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("source_identity").on(t.requestId, t.identityKey), uniqueIndex("source_number").on(t.requestId, t.number)],
);

/** Who brought a source, for which category, in which role, and which stretches answered. */
export const sourceMentions = pgTable(
  "source_mention",
  {
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id, { onDelete: "cascade" }),
    requestCategoryId: text("request_category_id")
      .notNull()
      .references(() => requestCategories.id, { onDelete: "cascade" }),
    provider: text("provider").notNull(),
    /** From 0: a provider may bring one source in several texts. */
    part: integer("part").notNull().default(0),
    role: text("role", { enum: ["cited", "retrieved", "opened"] }).notNull(),
    passages: jsonb("passages").$type<{ start: number; end: number; page: number | null; heading: string | null; score: number }[]>().notNull(),
    /** The text its passages count in; null: the source's own. */
    snapshotHash: text("snapshot_hash"),
  },
  (t) => [
    uniqueIndex("source_mention_once").on(t.sourceId, t.requestCategoryId, t.provider, t.part),
    index("source_mention_category").on(t.requestCategoryId),
  ],
);

export const verifications = pgTable(
  "verification",
  {
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id, { onDelete: "cascade" }),
    /** Empty for rungs of the source itself; the category for quote_anchored and supports. */
    requestCategoryId: text("request_category_id").notNull().default(""),
    rung: text("rung").notNull(),
    state: text("state", { enum: ["passed", "failed", "unknown", "not_reached"] }).notNull(),
    method: text("method").notNull(),
    reason: text("reason").notNull(),
    at: at("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.requestCategoryId, t.rung] })],
);

export const claims = pgTable(
  "claim",
  {
    id: id(),
    requestCategoryId: text("request_category_id")
      .notNull()
      .references(() => requestCategories.id, { onDelete: "cascade" }),
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id, { onDelete: "cascade" }),
    attribute: text("attribute").notNull(),
    value: jsonb("value").$type<ClaimValue>().notNull(),
    qualifiers: jsonb("qualifiers").$type<Qualifiers>().notNull(),
    polarity: text("polarity", { enum: ["affirmed", "denied"] }).notNull(),
    hedged: boolean("hedged").notNull(),
    raw: text("raw").notNull(),
    quote: text("quote").notNull(),
    startOffset: integer("start_offset").notNull(),
    endOffset: integer("end_offset").notNull(),
    page: integer("page"),
    /** The text its quote counts in; null: the source's own. */
    snapshotHash: text("snapshot_hash"),
    extractor: text("extractor", { enum: ["rule", "api", "model"] }).notNull(),
  },
  (t) => [index("claim_category").on(t.requestCategoryId), index("claim_source").on(t.sourceId)],
);

export const conflicts = pgTable(
  "conflict",
  {
    id: id(),
    requestCategoryId: text("request_category_id")
      .notNull()
      .references(() => requestCategories.id, { onDelete: "cascade" }),
    attribute: text("attribute").notNull(),
    kind: text("kind").notNull(),
    status: text("status", { enum: ["open", "resolved", "set_apart"] }).notNull(),
    detail: jsonb("detail").$type<DetectedConflict>().notNull(),
  },
  (t) => [index("conflict_category").on(t.requestCategoryId)],
);

/** Published and withheld sentences, in order. */
export const sentences = pgTable(
  "sentence",
  {
    id: id(),
    requestCategoryId: text("request_category_id")
      .notNull()
      .references(() => requestCategories.id, { onDelete: "cascade" }),
    ordinal: integer("ordinal").notNull(),
    section: text("section"),
    text: text("text").notNull(),
    status: text("status", { enum: ["published", "withheld"] }).notNull(),
    /** Why it was withheld, one sentence. */
    reason: text("reason"),
    verdict: jsonb("verdict").$type<GateVerdict>().notNull(),
    citations: jsonb("citations").$type<Citation[]>().notNull(),
  },
  (t) => [uniqueIndex("sentence_ordinal").on(t.requestCategoryId, t.ordinal)],
);
