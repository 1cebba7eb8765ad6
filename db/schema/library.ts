import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, real, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./columns";
import { users } from "./identity";

/** File bytes and extracted texts, addressed by SHA-256; the bytes themselves lie in the storage folder. */
export const documents = pgTable(
  "document",
  {
    id: id(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of the bytes, hex. */
    hash: text("hash").notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    bytes: bigint("bytes", { mode: "number" }).notNull(),
    status: text("status", { enum: ["queued", "processing", "ready", "failed"] }).notNull(),
    /** Why it failed, one sentence. */
    error: text("error"),
    title: text("title"),
    language: text("language"),
    /** Extracted text; citations' offsets count its UTF-16 units. */
    text: text("text"),
    textHash: text("text_hash"),
    pages: integer("pages"),
    /** Start offset of each page in `text`; null for formats without pages. */
    pageStarts: jsonb("page_starts").$type<number[]>(),
    /** Stated by the document's own front matter or metadata: publisher, date, jurisdiction, tier, identifiers, supersedes. */
    metadata: jsonb("metadata").$type<Record<string, unknown>>().notNull().default({}),
    warnings: jsonb("warnings").$type<string[]>().notNull().default([]),
    passageCount: integer("passage_count").notNull().default(0),
    collection: text("collection"),
    isExample: boolean("is_example").notNull().default(false),
    createdAt: createdAt(),
    readyAt: at("ready_at"),
  },
  (t) => [uniqueIndex("document_owner_hash").on(t.ownerId, t.hash), index("document_owner_created").on(t.ownerId, t.createdAt)],
);

export const passages = pgTable(
  "passage",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    ordinal: integer("ordinal").notNull(),
    /** UTF-16 offsets: document.text.slice(start_offset, end_offset) is the passage. */
    startOffset: integer("start_offset").notNull(),
    endOffset: integer("end_offset").notNull(),
    page: integer("page"),
    heading: text("heading"),
    text: text("text").notNull(),
  },
  (t) => [uniqueIndex("passage_document_ordinal").on(t.documentId, t.ordinal)],
);

/** Lexemes by number, shared by all scopes: postings stay small. */
export const lexemes = pgTable("lexeme", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  lexeme: text("lexeme").notNull().unique("lexeme_lexeme"),
});

/** scope_id is a small number standing for an owner. */
export const searchScopes = pgTable("search_scope", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  ownerId: text("owner_id")
    .notNull()
    .unique("search_scope_owner")
    .references(() => users.id, { onDelete: "cascade" }),
  passageCount: integer("passage_count").notNull().default(0),
  sumLength: bigint("sum_length", { mode: "number" }).notNull().default(0),
});

export const lexemeStats = pgTable(
  "lexeme_stat",
  {
    scopeId: integer("scope_id")
      .notNull()
      .references(() => searchScopes.id, { onDelete: "cascade" }),
    lexemeId: integer("lexeme_id").notNull(),
    df: integer("df").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scopeId, t.lexemeId] })],
);

export const postings = pgTable(
  "posting",
  {
    scopeId: integer("scope_id").notNull(),
    lexemeId: integer("lexeme_id").notNull(),
    passageId: bigint("passage_id", { mode: "number" })
      .notNull()
      .references(() => passages.id, { onDelete: "cascade" }),
    /** Weighted term frequency (a title term counts twice) and passage length in terms. */
    tf: real("tf").notNull(),
    dl: integer("dl").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scopeId, t.lexemeId, t.passageId] }), index("posting_passage").on(t.passageId)],
);
