// The process's one database, opened lazily on first use, held on globalThis so that reloaded code shares it.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { type Database, type Db, openDatabase } from "@/db/client";
import { type FolderLock, FolderLockedError, lockFolder } from "@/db/folder-lock";
import { migrateDatabase } from "@/db/migrate";
import { config } from "./config";
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
      return await migrated(await openDatabase({ kind: "pglite", folder: path.join(dataDir, "database") }));
    } catch (error) {
      holder.lock.release();
      holder.lock = undefined;
      throw error;
    }
  }
  let opened: Database;
  try {
    opened = await openDatabase(options);
  } catch (error) {
    const { host } = new URL(options.url);
    throw new AppError("configuration", `The database at ${host} cannot be reached: ${messageOf(error)}. Check DATABASE_URL; nothing was changed.`, {
      cause: error,
    });
  }
  return migrated(opened);
}

async function migrated(opened: Database): Promise<Database> {
  try {
    await migrateDatabase(opened);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function takeFolder(dataDir: string): FolderLock {
  try {
    mkdirSync(dataDir, { recursive: true });
    return lockFolder(dataDir);
  } catch (error) {
    if (error instanceof FolderLockedError) throw new AppError("configuration", error.message, { cause: error });
    throw new AppError("configuration", `The data folder ${dataDir} cannot be used: ${messageOf(error)}. Choose another with VARIORUM_DATA_DIR.`, {
      cause: error,
    });
  }
}
