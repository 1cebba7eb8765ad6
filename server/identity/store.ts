// Accounts in the database. The operator's account is no person: it is in no list, counts as no administrator and cannot be changed here.
import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import type { Db, Queryable, Tx } from "@/db/client";
import { accounts, installation, users } from "@/db/schema/identity";
import type { AdminScope } from "@/server/platform/context";
import { type ListedUser, operatorId, type UserRole, type UserStatus } from "./schema";

export type StoredUser = typeof users.$inferSelect;
export type NewUser = Pick<StoredUser, "id" | "name" | "email"> & Partial<StoredUser>;

const firstAdmin = "first_admin";

/** Inserts an account; null when its e-mail address or id is taken. */
export async function insertUser(tx: Tx, user: NewUser): Promise<StoredUser | null> {
  const [row] = await tx.insert(users).values(user).onConflictDoNothing().returning();
  return row ?? null;
}

/** True for exactly one account of an installation: the unique key makes racing transactions wait for each other. */
export async function claimFirstAdmin(tx: Tx, userId: string): Promise<boolean> {
  const claimed = await tx.insert(installation).values({ key: firstAdmin, value: userId }).onConflictDoNothing().returning();
  return claimed.length > 0;
}

export async function hasFirstAdmin(db: Queryable): Promise<boolean> {
  return (await db.select({ key: installation.key }).from(installation).where(eq(installation.key, firstAdmin)).limit(1)).length > 0;
}

/** By address, whatever its case. */
export async function userByEmail(db: Queryable, email: string): Promise<StoredUser | null> {
  const [row] = await db
    .select()
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()))
    .limit(1);
  return row ?? null;
}

export async function userById(db: Queryable, userId: string): Promise<StoredUser | null> {
  const [row] = await db.select().from(users).where(eq(users.id, userId)).limit(1);
  return row ?? null;
}

/** Locks a person's account until the transaction ends. */
export async function lockUser(tx: Tx, _scope: AdminScope, userId: string): Promise<StoredUser | null> {
  const [row] = await tx
    .select()
    .from(users)
    .where(and(eq(users.id, userId), ne(users.id, operatorId)))
    .for("update");
  return row ?? null;
}

/** Locks the approved administrators, in the order of their ids so that two callers cannot block each other, and gives those ids. */
export async function lockAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.status, "approved"), ne(users.id, operatorId)))
    .orderBy(asc(users.id))
    .for("update");
  return rows.map((row) => row.id);
}

export type UserChange = Partial<Pick<StoredUser, "role" | "status" | "decidedAt" | "decidedBy" | "decisionReason" | "lastSeenAt">>;

export async function updateUser(tx: Tx, userId: string, change: UserChange): Promise<void> {
  await tx.update(users).set(change).where(eq(users.id, userId));
}

/** Ends every session of an account: those signed in before carry an older epoch. */
export async function raiseEpoch(tx: Tx, userId: string): Promise<void> {
  await tx
    .update(users)
    .set({ sessionEpoch: sql`${users.sessionEpoch} + 1` })
    .where(eq(users.id, userId));
}

export async function userByAccount(db: Queryable, provider: string, providerAccountId: string): Promise<StoredUser | null> {
  const [row] = await db
    .select({ user: users })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, providerAccountId)))
    .limit(1);
  return row?.user ?? null;
}

/** False when somebody else linked the same account meanwhile. */
export async function insertAccount(tx: Tx, account: { userId: string; provider: string; providerAccountId: string }): Promise<boolean> {
  return (await tx.insert(accounts).values(account).onConflictDoNothing().returning({ userId: accounts.userId })).length > 0;
}

/** Those who wait first, longest wait on top; then everybody else, newest first. At most 500. */
export async function selectUsers(db: Db, _scope: AdminScope): Promise<ListedUser[]> {
  const signedUpWith = sql<string>`coalesce((select min(${accounts.provider}) from ${accounts} where ${accounts.userId} = ${users.id}), 'password')`;
  const waits = sql`case when ${users.status} = 'pending' then 0 else 1 end`;
  const rows = await db
    .select({ user: users, signedUpWith })
    .from(users)
    .where(ne(users.id, operatorId))
    .orderBy(waits, sql`case when ${users.status} = 'pending' then ${users.createdAt} end asc nulls last`, desc(users.createdAt))
    .limit(500);
  return rows.map(({ user, signedUpWith: way }) => ({
    userId: user.id,
    name: user.name,
    email: user.email,
    role: user.role satisfies UserRole,
    status: user.status satisfies UserStatus,
    note: user.note,
    decisionReason: user.decisionReason,
    createdAt: user.createdAt,
    signedUpWith: way,
    decidedAt: user.decidedAt,
    lastSeenAt: user.lastSeenAt,
  }));
}
