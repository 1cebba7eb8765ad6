// For this domain's tests: a user, a context that remembers the events it sent, a storage folder of its own, small real files.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { users } from "@/db/schema/identity";
import type { TestDatabase } from "@/db/testing";
import { systemClock } from "@/server/platform/clock";
import { type Ctx, makeCtx, type OutgoingEvent, type OwnerScope, ownerScope } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { logger } from "@/server/platform/log";
import { folderStorage } from "./documents/adapters/storage";
import { addDocument } from "./documents/add-document";
import { processDocument } from "./documents/process-document";

/** `ctx` remembers in `sent` the events that were sent with it. */
export type Reader = { readonly id: string; readonly ctx: Ctx; readonly scope: OwnerScope; readonly sent: OutgoingEvent[] };

export function libraryFor(database: TestDatabase) {
  const folder = mkdtempSync(path.join(tmpdir(), "library-test-"));
  const storage = folderStorage(folder);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    storage,
    /** A new approved user with a context; `sent` fills with the events that were sent. */
    async reader(): Promise<Reader> {
      const id = newId();
      await database.db.insert(users).values({ id, name: "Reader", email: `${id}@example.org`, status: "approved" });
      const sent: OutgoingEvent[] = [];
      const ctx: Ctx = makeCtx({
        db: database.db,
        actor: { kind: "user", userId: id, role: "user", status: "approved" },
        log: logger(),
        clock: systemClock,
        events: { send: async (events) => void sent.push(...events) },
      });
      return { id, ctx, scope: ownerScope(id), sent };
    },
    /** Adds and processes a file. */
    async read(reader: Reader, fileName: string, content: string | Uint8Array) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      const { documentId } = await addDocument(reader.ctx, reader.scope, { bytes, fileName }, { storage });
      return { documentId, result: await processDocument(reader.ctx, { documentId, ownerId: reader.id }, storage) };
    },
  };
}
