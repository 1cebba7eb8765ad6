// A process that works on one run in a data folder until the run ends, or until it kills itself where its argument says.
// Run as: tsx kill-child.ts <folder> <point>; the point is "none", "<when>:<step>" or "statement:<n>".
import { sql } from "drizzle-orm";
import { type Db, openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { logger } from "@/server/platform/log";
import { createEngine } from "../engine";
import { createEmbeddedClient } from "../transport";

const [folder = "", point = "none"] = process.argv.slice(2);
const dieAt = (here: string) => {
  if (here === point) process.kill(process.pid, "SIGKILL");
};

/** The database, which kills the process before the nth statement or transaction of the engine. */
function counted(db: Db): Db {
  let n = 0;
  return new Proxy(db, {
    get: (target, property) => {
      const value: unknown = Reflect.get(target, property);
      if (typeof value !== "function") return value;
      if (property === "execute" || property === "transaction") dieAt(`statement:${++n}`);
      return value.bind(target);
    },
  });
}

const database = await openDatabase({ kind: "pglite", folder });
await migrateDatabase(database);
await database.db.execute(sql`create table if not exists kill_effect (name text not null)`);

const client = createEmbeddedClient({ id: "kill", logger: logger() });
const effect = async (name: string) => {
  dieAt(`before:${name}`);
  await database.db.execute(sql`insert into kill_effect values (${name})`);
  dieAt(`after:${name}`);
  return name;
};

const child = client.createFunction({ id: "child", triggers: [{ event: "kill/child" }] }, async ({ event, step }) =>
  step.run("work", () => effect(String(event.data.name))),
);
const run = client.createFunction({ id: "run", triggers: [{ event: "kill/start" }] }, async ({ step }) => {
  for (const name of ["a", "b", "c"]) {
    await step.run(name, () => effect(name));
    dieAt(`memo:${name}`);
  }
  await Promise.all(["p1", "p2", "p3"].map((name) => step.run(name, () => effect(name))));
  await step.sleep("nap", "1s");
  await step.sendEvent("send", { name: "kill/child", data: { name: "sent" } });
  dieAt("memo:send");
  const invoked = await step.invoke("invoke", { function: child, data: { name: "invoked" } });
  return step.run("end", () => effect(`end after ${invoked}`));
});

const engine = createEngine({ db: counted(database.db), client, functions: [run, child], log: logger(), exclusive: true });
await engine.start();
await engine.send([{ id: "the one start", name: "kill/start" }]);
const open = async () => {
  const result: unknown = await database.db.execute(sql`select 1 from engine_run where ended_at is null`);
  return typeof result === "object" && result !== null && "rows" in result && Array.isArray(result.rows) && result.rows.length > 0;
};
while (await open()) await new Promise((resolve) => setTimeout(resolve, 20));
await engine.stop();
await database.close();
