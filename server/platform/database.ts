// The process's one database, opened lazily on first use, held on globalThis so that reloaded code shares it.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { type Database, type Db, openDatabase } from "@/db/client";
import { type FolderLock, FolderLockedError, lockFolder } from "@/db/folder-lock";
import { migrateDatabase } from "@/db/migrate";
import { type Config, config } from "./config";
import { AppError, messageOf } from "./errors";
import { singleton } from "./singleton";

type Held = { database?: Promise<Database>; lock?: FolderLock };

const held = () => singleton<Held>("database", () => ({}));

/** The migrated database of this process. Rejects with an AppError that says what to do. */
export async function database(): Promise<Database> {
  const holder = held();
  holder.database ??= open(holder).catch((error: unknown) => {
    holder.database = undefined;
    throw error;
  });
  return holder.database;
}

export async function getDb(): Promise<Db> {
  return (await database()).db;
}

/** The lock on the data folder, while this process holds it. */
export function folderLock(): FolderLock | null {
  return held().lock ?? null;
}

/** Closes the database and gives the folder back. */
export async function closeDatabase(): Promise<void> {
  const holder = held();
  const open = holder.database;
  holder.database = undefined;
  try {
    await (await open)?.close();
  } finally {
    holder.lock?.release();
    holder.lock = undefined;
  }
}

async function open(holder: Held): Promise<Database> {
  const { database: options, dataDir, building } = config();
  if (building) throw new AppError("internal", "The database is not opened while building.");
  if (options.kind === "pglite") {
    holder.lock = takeFolder(dataDir);
    try {
      return await migrated(await openFolder(path.join(dataDir, "database")), `in ${dataDir}`);
    } catch (error) {
      holder.lock.release();
      holder.lock = undefined;
      throw error;
    }
  }
  const { host } = new URL(options.url);
  return migrated(await reach(host, options), `at ${host}`);
}

async function reach(host: string, options: Exclude<Config["database"], { kind: "pglite" }>): Promise<Database> {
  try {
    return await openDatabase(options);
  } catch (cause) {
    throw new AppError("configuration", `The database at ${host} cannot be reached: ${reasonOf(cause)}. Check DATABASE_URL; nothing was changed.`, {
      cause,
    });
  }
}

async function openFolder(folder: string): Promise<Database> {
  try {
    return await openDatabase({ kind: "pglite", folder });
  } catch (cause) {
    const todo = "Nothing was changed. Restore it from a backup, or choose another data folder with VARIORUM_DATA_DIR.";
    throw new AppError("configuration", `The database in ${folder} cannot be opened: ${reasonOf(cause)}. ${todo}`, { cause });
  }
}

async function migrated(opened: Database, where: string): Promise<Database> {
  try {
    await migrateDatabase(opened);
    return opened;
  } catch (cause) {
    await opened.close();
    throw new AppError("configuration", `The database ${where} cannot be brought up to date: ${reasonOf(cause)}. It is as it was.`, { cause });
  }
}

function takeFolder(dataDir: string): FolderLock {
  try {
    mkdirSync(dataDir, { recursive: true });
    return lockFolder(dataDir);
  } catch (cause) {
    if (cause instanceof FolderLockedError) throw new AppError("configuration", cause.message, { cause });
    const todo = "Choose another with VARIORUM_DATA_DIR.";
    throw new AppError("configuration", `The data folder ${dataDir} cannot be used: ${reasonOf(cause)}. ${todo}`, { cause });
  }
}

/** What lies at the bottom of an error, in one line: drivers wrap it in the query, and a host with several addresses fails once for each. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (error instanceof Error && error.cause instanceof Error) return reasonOf(error.cause);
  const [line = ""] = messageOf(error).split("\n");
  return line.trim().replace(/\.$/, "") || "it gave no reason";
}
