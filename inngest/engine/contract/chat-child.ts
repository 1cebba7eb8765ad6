// A process that asks one question of a library in a data folder, unless it is asked, and works until its answer has ended; it says on standard output
// what stands of it. Run as: tsx chat-child.ts <folder> <base URL of a model>. Whoever runs it may kill it at any time and run it again.
import path from "node:path";
import { sql } from "drizzle-orm";
import { openDatabase, rowsOf } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { users } from "@/db/schema/identity";
import { providerPrices } from "@/db/schema/providers";
import { askQuestion } from "@/server/chat/answers/ask-question";
import { everything } from "@/server/chat/conversations/schema";
import { addDocument } from "@/server/library/documents/add-document";
import { processDocument } from "@/server/library/documents/process-document";
import { systemClock } from "@/server/platform/clock";
import { setEnvironment } from "@/server/platform/config";
import { type EventPort, makeCtx, ownerScope } from "@/server/platform/context";
import { setEventPort } from "@/server/platform/event-port";
import { logger } from "@/server/platform/log";
import { singleton } from "@/server/platform/singleton";
import { inngest } from "../../client";
import { answerQuestion } from "../../functions/chat/answer-question";
import { createEngine } from "../engine";

const ownerId = "the-owner";
const model = "standin-writer";
const [folder = "", baseUrl = ""] = process.argv.slice(2);
setEnvironment({ VARIORUM_DATA_DIR: folder, LOG_LEVEL: "silent", LLM_PROVIDER: "compatible", LLM_MODEL: model, LLM_BASE_URL: baseUrl });
const database = await openDatabase({ kind: "pglite", folder: path.join(folder, "database") });
await migrateDatabase(database);
Object.assign(
  singleton<object>("database", () => ({})),
  { database: Promise.resolve(database) },
);
const { db } = database;
const engine = createEngine({ db, client: inngest, functions: [answerQuestion], log: logger(), exclusive: true });
const events: EventPort = { send: (list) => engine.send(list).then(() => {}) };
setEventPort(events);
await engine.start();

const actor = { kind: "user", userId: ownerId, role: "user", status: "approved" } as const;
const ctx = makeCtx({ db, actor, log: logger(), clock: systemClock, events });
await db.insert(users).values({ id: ownerId, name: "Owner", email: "owner@example.org", status: "approved" }).onConflictDoNothing();
const asked = async () => rowsOf(await db.execute(sql`select 1 from chat_question`)).length > 0;
if (!(await asked())) {
  const facts = ["6.2 hours in adults", "7.4 hours in children", "9.8 hours in the elderly", "8.1 hours in volunteers"];
  const text = facts.map((fact) => `The half-life of celandrin is ${fact}.`).join(" ");
  const { documentId } = await addDocument(ctx, ownerScope(ownerId), { bytes: new TextEncoder().encode(text), fileName: "celandrin.txt" });
  await processDocument(ctx, { documentId, ownerId });
  const price = { provider: "compatible", model, version: 1, prices: { input: 1, output: 1 }, validFrom: new Date(0), origin: "admin" } as const;
  await db.insert(providerPrices).values({ ...price, id: "the-price", changedBy: "test", createdAt: new Date() });
  await askQuestion(ctx, { conversationId: null, text: "What is the half-life of celandrin?", key: "the-one-question", scope: everything });
}

for (;;) {
  const [answer] = rowsOf<{ status: string; sentences: number }>(
    await db.execute(sql`select status, jsonb_array_length(body->'sentences') as sentences from chat_answer`),
  );
  process.stdout.write(`${answer?.status} ${answer?.sentences}\n`);
  if (answer && answer.status !== "asked" && answer.status !== "working") break;
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await engine.idle();
await engine.stop();
await database.close();
process.exit(0);
