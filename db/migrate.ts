import path from "node:path";
import { sql } from "drizzle-orm";
import type { NeonDatabase } from "drizzle-orm/neon-serverless";
import { migrate as migrateNeon } from "drizzle-orm/neon-serverless/migrator";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { migrate as migratePg } from "drizzle-orm/node-postgres/migrator";
import type { PgliteDatabase } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import type { Database, Schema } from "./client";

/** Any fixed number: it names the advisory lock that keeps two starting servers from migrating at once. */
const migrationLock = 7_216_041;

export function migrationsFolder(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), "db/migrations");
}

/** Applies the committed migrations that are missing. Safe to call at every start and from several processes. */
export async function migrateDatabase(database: Database): Promise<void> {
  const options = { migrationsFolder: migrationsFolder() };
  if (database.kind === "pglite") return migratePglite(database.db as unknown as PgliteDatabase<Schema>, options);
  await database.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${migrationLock})`);
    if (database.kind === "pg") await migratePg(database.db as unknown as NodePgDatabase<Schema>, options);
    else await migrateNeon(database.db as unknown as NeonDatabase<Schema>, options);
  });
}
