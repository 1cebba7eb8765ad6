// Conversations over the library and the editions: questions, answers, and the numbers that their sources keep.
import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, real, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { StoredRetrieval } from "@/server/chat/answers/core/stretch";
import type { AnswerBody } from "@/server/chat/answers/schema";
import type { ChatScope } from "@/server/chat/conversations/schema";
import { at, createdAt, id } from "./columns";
import { users } from "./identity";
import { documents } from "./library";
import { requests } from "./research";

export const conversations = pgTable(
  "conversation",
  {
    id: id(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    /** What it is about, in the owner's words. */
    note: text("note"),
    /** Where the next question asks. */
    scope: jsonb("scope").$type<ChatScope>().notNull(),
    createdAt: createdAt(),
    /** Of the newest question. */
    askedAt: at("asked_at").notNull(),
  },
  (t) => [index("conversation_owner").on(t.ownerId, t.askedAt)],
);

export const chatQuestions = pgTable(
  "chat_question",
  {
    id: id(),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
    scope: jsonb("scope").$type<ChatScope>().notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    /** No answer that a model gave before stands for it. */
    fresh: boolean("fresh").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [index("chat_question_conversation").on(t.conversationId, t.id), uniqueIndex("chat_question_key").on(t.conversationId, t.idempotencyKey)],
);

export const chatAnswers = pgTable(
  "chat_answer",
  {
    id: id(),
    questionId: text("question_id")
      .notNull()
      .unique("chat_answer_question")
      .references(() => chatQuestions.id, { onDelete: "cascade" }),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    status: text("status", { enum: ["asked", "working", "answered", "declined", "stopped", "failed"] }).notNull(),
    stopAsked: boolean("stop_asked").notNull().default(false),
    /** How often writing was begun: what an attempt that died still writes is not taken. */
    attempt: integer("attempt").notNull().default(0),
    /** Words taken over from earlier questions, with commas between. */
    readAs: text("read_as"),
    /** Null: sentences of the passages, without a model. */
    model: text("model"),
    body: jsonb("body").$type<AnswerBody>().notNull(),
    /** What was found, until the answer has ended. */
    retrieval: jsonb("retrieval").$type<StoredRetrieval>(),
    /** The sentence that is being written and has not passed the gate. */
    draft: text("draft"),
    /** The answer's sentences as one text, for searching the history. */
    text: text("text").notNull().default(""),
    error: text("error"),
    costUsd: real("cost_usd"),
    createdAt: createdAt(),
    startedAt: at("started_at"),
    endedAt: at("ended_at"),
  },
  (t) => [
    index("chat_answer_conversation").on(t.conversationId),
    uniqueIndex("chat_answer_one_at_a_time").on(t.conversationId).where(sql`${t.status} in ('asked', 'working')`),
    index("chat_answer_open").on(t.createdAt).where(sql`${t.status} in ('asked', 'working')`),
  ],
);

/** One source, one number, in the whole conversation. */
export const chatSources = pgTable(
  "chat_source",
  {
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    /** `document:<hash>` or `edition:<request>:<category>`. */
    key: text("key").notNull(),
    title: text("title").notNull(),
    documentId: text("document_id").references(() => documents.id, { onDelete: "set null" }),
    requestId: text("request_id").references(() => requests.id, { onDelete: "set null" }),
    slug: text("slug"),
    tier: integer("tier"),
    date: text("date"),
    publisher: text("publisher"),
    licence: text("licence"),
    superseded: boolean("superseded").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.number] }),
    uniqueIndex("chat_source_key").on(t.conversationId, t.key),
    index("chat_source_document").on(t.documentId),
  ],
);
