import type { Db, Tx } from "@/db/client";

/**
 * Runs several reads on one state of the database. They also wait for their turn only once, which on a database with a
 * single connection (PGlite) is what takes the time while others write.
 */
export function readAtOnce<T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(read, { isolationLevel: "repeatable read", accessMode: "read only" });
}
