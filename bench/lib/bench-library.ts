// A library for measurements: the real use cases over an empty database, files kept in memory.
import { sql } from "drizzle-orm";
import { type Database, openDatabase, rowsOf } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { users } from "@/db/schema/identity";
import type { FileStorage } from "@/server/library/documents/adapters/storage";
import { addDocument } from "@/server/library/documents/add-document";
import { type ProcessResult, processDocument } from "@/server/library/documents/process-document";
import { systemClock } from "@/server/platform/clock";
import { makeCtx, ownerScope } from "@/server/platform/context";
import { sha256 } from "@/server/platform/hash";
import { newId } from "@/server/platform/ids";
import { logger } from "@/server/platform/log";

export async function openBenchLibrary(url: string | undefined) {
  const database: Database = await openDatabase(url ? { kind: "pg", url } : { kind: "pglite", folder: null });
  await migrateDatabase(database);
  const id = newId();
  await database.db.insert(users).values({ id, name: "Bench", email: `${id}@example.org`, status: "approved" });
  const ctx = makeCtx({
    db: database.db,
    actor: { kind: "user", userId: id, role: "user", status: "approved" },
    log: logger(),
    clock: systemClock,
    events: { send: async () => {} },
  });
  const scope = ownerScope(id);
  const storage = memoryStorage();
  return {
    ctx,
    scope,
    close: () => database.close(),
    async add(fileName: string, bytes: Uint8Array): Promise<{ documentId: string; result: ProcessResult }> {
      const { documentId } = await addDocument(ctx, scope, { bytes, fileName }, { storage });
      return { documentId, result: await processDocument(ctx, { documentId, ownerId: id }, storage) };
    },
    /** Bytes on disk of everything that exists only for searching, and of the texts searched. */
    async sizes(): Promise<{ index: number; text: number; passages: number }> {
      const [row] = rowsOf<{ index: string; text: string; passages: string }>(
        await database.db.execute(sql`
          select pg_total_relation_size('posting') + pg_total_relation_size('search_scope') as index,
            (select coalesce(sum(octet_length(text)), 0) from document where owner_id = ${id}) as text,
            (select count(*) from passage p join document d on d.id = p.document_id where d.owner_id = ${id}) as passages`),
      );
      return { index: Number(row?.index ?? 0), text: Number(row?.text ?? 0), passages: Number(row?.passages ?? 0) };
    },
  };
}

function memoryStorage(): FileStorage {
  const files = new Map<string, Uint8Array>();
  return {
    put: async (bytes) => {
      const hash = sha256(bytes);
      files.set(hash, bytes);
      return hash;
    },
    get: async (hash) => files.get(hash) ?? null,
    remove: async (hash) => void files.delete(hash),
  };
}
