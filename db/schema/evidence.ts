// What going out to look brought: visits to pages and the bytes they gave, what registers said of a work, and what changed afterwards.
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Hop, Judgement, PageFacts } from "@/server/research/snapshots/schema";
import type { RegisterLook, SourceChangeDetail } from "@/server/research/verification/schema";
import { at, bytea, createdAt, id } from "./columns";
import { requestCategories, requests, sources } from "./research";

/** Bodies as they came over the wire, compressed, by the SHA-256 of their bytes before compression. */
export const rawBodies = pgTable("raw_body", {
  hash: text("hash").primaryKey(),
  /** Compressed with gzip. */
  data: bytea("data").notNull(),
  /** Bytes before compression. */
  size: integer("size").notNull(),
  createdAt: createdAt(),
});

/** One look at a source's address. Rows are only ever added; the newest counts. */
export const pageVisits = pgTable(
  "page_visit",
  {
    id: id(),
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id, { onDelete: "cascade" }),
    url: text("url").notNull(),
    /** Null where nothing answered. */
    status: integer("status"),
    hops: jsonb("hops").$type<Hop[]>().notNull(),
    headers: jsonb("headers").$type<Record<string, string>>().notNull(),
    bodyHash: text("body_hash"),
    /** The readable text, in `snapshot`. */
    textHash: text("text_hash"),
    page: jsonb("page").$type<PageFacts>(),
    judgement: jsonb("judgement").$type<Judgement>().notNull(),
    at: at("at").notNull(),
  },
  (t) => [index("page_visit_source").on(t.sourceId, t.at), index("page_visit_url").on(t.url, t.at)],
);

/** When a source is to be looked at, and what its register said the last time. A source without a row has nothing to look up. */
export const sourceChecks = pgTable(
  "source_check",
  {
    sourceId: text("source_id")
      .primaryKey()
      .references(() => sources.id, { onDelete: "cascade" }),
    requestId: text("request_id")
      .notNull()
      .references(() => requests.id, { onDelete: "cascade" }),
    dueAt: at("due_at").notNull(),
    /** Looks in a row that could not tell. */
    attempts: integer("attempts").notNull().default(0),
    checkedAt: at("checked_at"),
    register: jsonb("register").$type<RegisterLook>(),
    createdAt: createdAt(),
  },
  (t) => [index("source_check_due").on(t.dueAt), index("source_check_request").on(t.requestId)],
);

/** Whether what an engine showed of a page stands on the page. */
export const snippetChecks = pgTable(
  "snippet_check",
  {
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id, { onDelete: "cascade" }),
    requestCategoryId: text("request_category_id")
      .notNull()
      .references(() => requestCategories.id, { onDelete: "cascade" }),
    provider: text("provider").notNull(),
    /** The text that the engine showed. */
    snippetHash: text("snippet_hash").notNull(),
    /** The page's text that it was looked for in. */
    textHash: text("text_hash").notNull(),
    state: text("state", { enum: ["stands", "in_part", "altered", "missing"] }).notNull(),
    /** Sentences that stand on the page, of those shown whole. */
    found: integer("found").notNull(),
    shown: integer("shown").notNull(),
    at: at("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.requestCategoryId, t.provider, t.snippetHash] }),
    index("snippet_check_category").on(t.requestCategoryId),
  ],
);

/** What became of a source after an edition had cited it. */
export const sourceChanges = pgTable(
  "source_change",
  {
    id: id(),
    requestId: text("request_id")
      .notNull()
      .references(() => requests.id, { onDelete: "cascade" }),
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["retracted", "concern", "corrected", "superseded", "changed", "gone", "returned"] }).notNull(),
    detail: jsonb("detail").$type<SourceChangeDetail>().notNull(),
    /** Names the change within its source, so that a second look does not tell it again. */
    dedupeKey: text("dedupe_key").notNull(),
    at: at("at").notNull(),
  },
  (t) => [uniqueIndex("source_change_once").on(t.sourceId, t.dedupeKey), index("source_change_request").on(t.requestId, t.at)],
);
