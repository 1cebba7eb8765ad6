import { customType, text, timestamp } from "drizzle-orm/pg-core";

/** Identifiers are ULIDs: 26 characters, sorted by time of making. */
export const id = () => text("id").primaryKey();
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const createdAt = () => at("created_at").notNull().defaultNow();
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
