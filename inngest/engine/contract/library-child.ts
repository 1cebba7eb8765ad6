// A process that adds 50 documents to a library in a data folder, unless they are there, and processes them until all have ended; it says on standard
// output how many are ready. Run as: tsx library-child.ts <folder>. Whoever runs it may kill it at any time and run it again.
import path from "node:path";
import { sql } from "drizzle-orm";
import { openDatabase, rowsOf } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { users } from "@/db/schema/identity";
import { addDocument } from "@/server/library/documents/add-document";
import { writeDocx } from "@/server/library/documents/testing-zip";
import { systemClock } from "@/server/platform/clock";
import { setEnvironment } from "@/server/platform/config";
import { type EventPort, makeCtx, ownerScope } from "@/server/platform/context";
import { setEventPort } from "@/server/platform/event-port";
import { logger } from "@/server/platform/log";
import { singleton } from "@/server/platform/singleton";
import { inngest } from "../../client";
import { processDocument } from "../../functions/library/process-document";
import { createEngine } from "../engine";

const files = 50;
const ownerId = "the-owner";
const [folder = ""] = process.argv.slice(2);
setEnvironment({ VARIORUM_DATA_DIR: folder, LOG_LEVEL: "silent" });
const database = await openDatabase({ kind: "pglite", folder: path.join(folder, "database") });
await migrateDatabase(database);
Object.assign(
  singleton<object>("database", () => ({})),
  { database: Promise.resolve(database) },
);

const engine = createEngine({ db: database.db, client: inngest, functions: [processDocument], log: logger(), exclusive: true });
const events: EventPort = { send: (list) => engine.send(list).then(() => {}) };
setEventPort(events);
await engine.start();

await database.db.insert(users).values({ id: ownerId, name: "Owner", email: "owner@example.org", status: "approved" }).onConflictDoNothing();
const ctx = makeCtx({
  db: database.db,
  actor: { kind: "user", userId: ownerId, role: "user", status: "approved" },
  log: logger(),
  clock: systemClock,
  events,
});
for (let i = 0; i < files; i += 1) {
  const text = `Document number ${i}. It cites Rom 8:${(i % 30) + 1} and says that dose ${i} was 5 mg.`;
  // Every tenth goes through a child process.
  const isWord = i % 10 === 0;
  const bytes = isWord ? writeDocx(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`) : new TextEncoder().encode(text);
  await addDocument(ctx, ownerScope(ownerId), { bytes, fileName: `${i}.${isWord ? "docx" : "txt"}` });
}

for (;;) {
  const [count] = rowsOf<{ ready: number; open: number }>(
    await database.db.execute(sql`
      select (select count(*)::int from document where status = 'ready') as ready, (select count(*)::int from engine_run where ended_at is null) as open`),
  );
  process.stdout.write(`ready ${count?.ready ?? 0}\n`);
  if (count?.open === 0) break;
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await engine.stop();
await database.close();
process.exit(0);
