// Databases for tests: a clone of a migrated PGlite dump per file, or, with TEST_DATABASE_URL, a database of its own on a real PostgreSQL.
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { type Database, type Db, openDatabase } from "./client";
import { migrateDatabase, migrationsFolder } from "./migrate";

export type TestDatabase = { readonly db: Db; readonly database: Database };

/** Registers hooks that open a migrated database for this test file and close it afterwards. */
export function useTestDatabase(): TestDatabase {
  let database: Database | undefined;
  let drop = async () => {};
  beforeAll(async () => {
    const opened = await openTestDatabase();
    database = opened.database;
    drop = opened.drop;
  });
  afterAll(async () => {
    await database?.close();
    await drop();
  });
  const ready = () => {
    if (!database) throw new Error("The test database opens in beforeAll: use it inside tests only.");
    return database;
  };
  return {
    get db() {
      return ready().db;
    },
    get database() {
      return ready();
    },
  };
}

export async function openTestDatabase(): Promise<{ database: Database; drop: () => Promise<void>; url: string | null }> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return { database: await openDatabase({ kind: "pglite", folder: null, dump: await migratedDump() }), drop: async () => {}, url: null };
  const name = `variorum_test_${randomBytes(6).toString("hex")}`;
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await administer(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openDatabase({ kind: "pg", url: url.href });
  await migrateDatabase(database);
  return { database, drop: () => administer(`drop database ${name} with (force)`), url: url.href };
}

/** A tar of an empty migrated database, made once per state of the migrations. */
async function migratedDump(): Promise<Blob> {
  const file = path.join(process.cwd(), ".work", `database-${migrationsHash()}.tar`);
  if (!existsSync(file)) {
    const database = await openDatabase({ kind: "pglite", folder: null });
    await migrateDatabase(database);
    const client = Reflect.get(database.db, "$client");
    const dump: Blob = await client.dumpDataDir("none");
    await database.close();
    mkdirSync(path.dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}.${randomBytes(3).toString("hex")}`;
    writeFileSync(draft, new Uint8Array(await dump.arrayBuffer()));
    renameSync(draft, file);
  }
  return new Blob([readFileSync(file)]);
}

function migrationsHash(): string {
  const hash = createHash("sha256");
  const folder = migrationsFolder();
  for (const name of readdirSync(folder).sort()) if (name.endsWith(".sql")) hash.update(name).update(readFileSync(path.join(folder, name)));
  return hash.digest("hex").slice(0, 16);
}
