import { bigint, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, createdAt } from "./columns";

/** A stream of progress events; `seq` is the number of the newest. */
export const streams = pgTable(
  "stream",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    ownerId: text("owner_id").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull().default(0),
    createdAt: createdAt(),
    closedAt: at("closed_at"),
  },
  (t) => [index("stream_owner").on(t.ownerId)],
);

export const streamEvents = pgTable(
  "stream_event",
  {
    streamId: text("stream_id")
      .notNull()
      .references(() => streams.id, { onDelete: "cascade" }),
    seq: bigint("seq", { mode: "number" }).notNull(),
    dedupeKey: text("dedupe_key").notNull(),
    type: text("type").notNull(),
    body: jsonb("body").$type<Record<string, unknown>>().notNull(),
    at: at("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.streamId, t.seq] }), uniqueIndex("stream_event_dedupe").on(t.streamId, t.dedupeKey)],
);
