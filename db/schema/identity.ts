import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./columns";

export const users = pgTable(
  "app_user",
  {
    id: id(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    emailVerified: at("email_verified"),
    image: text("image"),
    /** Argon2id in PHC form; null for accounts that sign in elsewhere. */
    passwordHash: text("password_hash"),
    role: text("role", { enum: ["user", "admin"] })
      .notNull()
      .default("user"),
    status: text("status", { enum: ["pending", "approved", "denied"] })
      .notNull()
      .default("pending"),
    /** Raised to end every session of the user at once. */
    sessionEpoch: integer("session_epoch").notNull().default(0),
    createdAt: createdAt(),
    decidedAt: at("decided_at"),
    decidedBy: text("decided_by"),
    /** Why an administrator decided so, in words that the account's owner is shown. */
    decisionReason: text("decision_reason"),
    /** What the person wrote for the administrator when asking for the account. */
    note: text("note"),
    lastSeenAt: at("last_seen_at"),
  },
  (t) => [uniqueIndex("app_user_email").on(sql`lower(${t.email})`), index("app_user_status").on(t.status, t.createdAt)],
);

/** Accounts at other identity providers. */
export const accounts = pgTable(
  "app_account",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index("app_account_user").on(t.userId)],
);

/** Facts about this installation that must hold once: the first admin, the signing key. */
export const installation = pgTable("installation", { key: text("key").primaryKey(), value: text("value").notNull(), createdAt: createdAt() });

/** GCRA state: the theoretical arrival time of the next conforming request, milliseconds since 1970. */
export const rateLimits = pgTable("rate_limit", { key: text("key").primaryKey(), tat: at("tat").notNull() });
