import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, real, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, bytea, createdAt, id } from "./columns";
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
    /** ISO 639-1 code as detected; its stemmer made the postings. */
    language: text("language"),
    kind: text("kind", { enum: ["general", "biblical", "theological", "label", "paper", "report"] }),
    /** Why it is taken for this kind, one sentence; null when its owner said so. */
    kindReason: text("kind_reason"),
    /** Extracted text; citations' offsets count its UTF-16 units. */
    text: text("text"),
    textHash: text("text_hash"),
    pages: integer("pages"),
    /** Start offset of each page in `text`; null for formats without pages. */
    pageStarts: jsonb("page_starts").$type<number[]>(),
    /** Where the body starts and which lines are headings: what passages are cut by. Null until it is read. */
    layout: jsonb("layout").$type<{ from: number; headings: number[] | null; guessHeadings: boolean }>(),
    /** Stated by the document's own front matter or metadata: publisher, date, jurisdiction, tier, identifiers, supersedes. */
    metadata: jsonb("metadata").$type<Record<string, unknown>>().notNull().default({}),
    warnings: jsonb("warnings").$type<string[]>().notNull().default([]),
    passageCount: integer("passage_count").notNull().default(0),
    /** Terms of all its passages as the search counts them; null where it was indexed before they were kept. */
    searchLength: integer("search_length"),
    /** Name of one of the owner's collections. */
    collection: text("collection"),
    /** Who may read it: its owner, or every approved person of this workspace. */
    visibility: text("visibility", { enum: ["private", "workspace"] })
      .notNull()
      .default("private"),
    isExample: boolean("is_example").notNull().default(false),
    createdAt: createdAt(),
    readyAt: at("ready_at"),
  },
  (t) => [
    uniqueIndex("document_owner_hash").on(t.ownerId, t.hash),
    index("document_owner_created").on(t.ownerId, t.createdAt),
    index("document_shared").on(t.ownerId).where(sql`visibility = 'workspace'`),
  ],
);

/** Named shelves of one owner's documents. */
export const collections = pgTable(
  "collection",
  {
    id: id(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("collection_owner_name").on(t.ownerId, t.name)],
);

/** How far each part of a document's processing is. */
export const documentSteps = pgTable(
  "document_step",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    step: text("step", { enum: ["read", "index", "references", "themes", "meanings", "record"] }).notNull(),
    status: text("status", { enum: ["running", "done", "skipped", "failed"] }).notNull(),
    /** What came of it or why not, one sentence or a few words. */
    detail: text("detail").notNull().default(""),
    startedAt: at("started_at").notNull(),
    endedAt: at("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.step] })],
);

export const passages = pgTable(
  "passage",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
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

/** Places of a document's text that point at scripture, an article, a trial, a law or a classical work. */
export const documentReferences = pgTable(
  "document_reference",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    passageId: integer("passage_id").references(() => passages.id, { onDelete: "cascade" }),
    scheme: text("scheme").notNull(),
    canonical: text("canonical").notNull(),
    /** UTF-16 offsets in the document's text, end exclusive. */
    startOffset: integer("start_offset").notNull(),
    endOffset: integer("end_offset").notNull(),
  },
  (t) => [
    uniqueIndex("document_reference_place").on(t.documentId, t.startOffset, t.endOffset, t.scheme),
    index("document_reference_canonical").on(t.scheme, t.canonical),
    index("document_reference_passage").on(t.passageId),
  ],
);

/** What a document is about, in its own words, the most telling first. */
export const documentThemes = pgTable(
  "document_theme",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    rank: integer("rank").notNull(),
    phrase: text("phrase").notNull(),
    score: real("score").notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.rank] })],
);

/** What is indexed for one owner, under a small number: the row's lock makes writers of its postings queue. */
export const searchScopes = pgTable("search_scope", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  ownerId: text("owner_id")
    .notNull()
    .unique("search_scope_owner")
    .references(() => users.id, { onDelete: "cascade" }),
  passageCount: integer("passage_count").notNull().default(0),
  /** Sum of the passages' lengths in terms, title and heading terms included. */
  sumLength: bigint("sum_length", { mode: "number" }).notNull().default(0),
  /** Passages by language code: a question is stemmed in each of them. */
  languages: jsonb("languages").$type<Record<string, number>>().notNull().default({}),
  /** Counts the changes of this index: what was remembered under another number is no longer true. */
  version: integer("version").notNull().default(0),
});

/**
 * Packed posting lists. A row for each posting takes 7.6 times the text, a list of seven bytes per posting about once:
 * passage id (4 bytes, big-endian), term frequency (1), passage length in terms (2). Block 0 is open and appended to; a
 * full one is sealed under the id of its last passage.
 */
export const postings = pgTable(
  "posting",
  {
    scopeId: integer("scope_id")
      .notNull()
      .references(() => searchScopes.id, { onDelete: "cascade" }),
    lexeme: text("lexeme").notNull(),
    block: integer("block").notNull(),
    /** How many postings `data` holds. */
    df: integer("df").notNull(),
    data: bytea("data").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scopeId, t.lexeme, t.block] })],
);
