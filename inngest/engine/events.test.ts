import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { rowsOf } from "@/db/client";
import { useTestDatabase } from "@/db/testing";
import { newId } from "@/server/platform/ids";
import { engineHarness } from "./testing";
import { createEmbeddedClient } from "./transport";

const database = useTestDatabase();
const open = engineHarness(database);

test("an event that comes before the wait is registered is not missed, and ends one wait only", async () => {
  const got: unknown[] = [];
  const { engine, client } = await open((c) => [
    c.createFunction({ id: "ask", triggers: [{ event: "ask" }] }, async ({ step }) => {
      await step.sendEvent("request", { name: "work", data: {} });
      // The answer comes long before the wait below is registered.
      await step.run("dawdle", () => new Promise((resolve) => setTimeout(resolve, 300)));
      got.push((await step.waitForEvent("answer", { event: "answer", timeout: "5s" }))?.data);
      const second = await step.waitForEvent("second answer", { event: "answer", timeout: "1s" });
      await step.run("note", () => got.push(second));
    }),
    c.createFunction({ id: "work", triggers: [{ event: "work" }] }, async () => {
      await client.send({ name: "answer", data: { n: 42 } });
    }),
  ]);
  await engine.send([{ name: "ask" }]);
  await vi.waitFor(() => expect(engine.metrics().ended.completed).toBe(2), 60_000);
  expect(got.at(-1)).toBe(null);
  expect(got[0]).toEqual({ n: 42 });
});

test("an event from before the run does not end its wait", async () => {
  const got: unknown[] = [];
  const { engine } = await open((c) => [
    c.createFunction({ id: "late", triggers: [{ event: "late" }] }, async ({ step }) => {
      const answer = await step.waitForEvent("answer", { event: "old", timeout: "1s" });
      await step.run("note", () => got.push(answer));
    }),
  ]);
  await engine.send([{ name: "old" }]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await engine.send([{ name: "late" }]);
  await vi.waitFor(() => expect(got).toEqual([null]), 60_000);
});

test("events sent inside a transaction start runs when it commits, and nothing when it rolls back", async () => {
  const keys: unknown[] = [];
  const { engine } = await open((c) => [
    c.createFunction({ id: "started", triggers: [{ event: "start" }] }, async ({ event }) => {
      keys.push(event.data.key);
    }),
  ]);
  const sent = await database.db.transaction((tx) => engine.enqueueEvents(tx, [{ name: "start", data: { key: "kept" } }]));
  sent.committed();
  const rolledBack = database.db.transaction(async (tx) => {
    await engine.enqueueEvents(tx, [{ name: "start", data: { key: "dropped" } }]);
    throw new Error("changed my mind");
  });
  await expect(rolledBack).rejects.toThrow("changed my mind");
  await engine.idle();
  expect(keys).toEqual(["kept"]);
});

test("an event that step.sendEvent sends again, after a crash before its memo, starts nothing twice", async () => {
  let children = 0;
  const { engine, client } = await open((c) => [
    c.createFunction({ id: "sender", triggers: [{ event: "send" }] }, async ({ step }) => {
      await step.sendEvent("send", { name: "child", data: {} });
    }),
    c.createFunction({ id: "child", triggers: [{ event: "child" }] }, async () => {
      children += 1;
    }),
  ]);
  await engine.send([{ name: "send" }]);
  await engine.idle();
  const [run] = rowsOf<{ id: string }>(await database.db.execute(sql`select id from engine_run where function_id = ${`${client.id}-sender`}`));
  // Back to how a crash between the sending and its memo leaves it.
  await database.db.execute(sql`delete from engine_step where run_id = ${run?.id}`);
  await database.db.execute(sql`update engine_run set status = 'running', ended_at = null where id = ${run?.id}`);
  // Due before the present: the database's clock has microseconds, the engine's has not, and a job of the future is no reason to wait.
  await database.db.execute(
    sql`insert into engine_job (id, run_id, kind, due_at, keys) values (${run?.id}, ${run?.id}, 'run', now() - interval '1 second', '{}')`,
  );
  await engine.idle();
  expect(engine.metrics().ended.completed).toBe(3);
  expect(children).toBe(1);
});

test("a parent learns that the child it invoked was cancelled, or took too long", async () => {
  const { engine, client } = await open((c) => {
    const child = c.createFunction({ id: "child", triggers: [{ event: "never" }] }, async ({ step }) => step.sleep("long", "1h"));
    return [
      child,
      c.createFunction({ id: "parent", triggers: [{ event: "parent" }] }, async ({ step }) => {
        const outcome = (id: string, timeout: string) =>
          step.invoke(id, { function: child, data: {}, timeout }).catch((error: unknown) => (error instanceof Error ? error.message : ""));
        return Promise.all([outcome("cancelled", "1h"), outcome("slow", "1s")]);
      }),
    ];
  });
  await engine.send([{ name: "parent" }]);
  await engine.idle();
  const children = rowsOf<{ id: string }>(
    await database.db.execute(sql`
      select r.id from engine_run r join engine_step s on s.run_id = r.parent_run_id and s.id = r.parent_step_id
      where r.function_id = ${`${client.id}-child`} and s.name = 'cancelled'`),
  );
  await engine.cancel(children[0]?.id ?? "", "it was no use");
  await vi.waitFor(() => expect(engine.metrics().ended.completed).toBe(1), 60_000);
  const [parent] = rowsOf<{ output: string }>(
    await database.db.execute(sql`select output from engine_run where function_id = ${`${client.id}-parent`}`),
  );
  expect(JSON.parse(parent?.output ?? "")).toEqual(["The run was cancelled: it was no use.", "The invoked function did not end in time."]);
});

test("the end of a run is announced to functions that listen for it", async () => {
  const heard: unknown[] = [];
  const { engine, client } = await open((c) => [
    c.createFunction({ id: "worker", triggers: [{ event: "work" }] }, async () => "the result"),
    c.createFunction({ id: "listener", triggers: [{ event: "inngest/function.finished" }] }, async ({ event }) => {
      heard.push({ id: event.data.function_id, result: event.data.result });
    }),
  ]);
  await engine.send([{ name: "work" }]);
  await engine.idle();
  expect(heard).toEqual([{ id: `${client.id}-worker`, result: "the result" }]);
});

test("without an engine a client sends nothing, and says so", async () => {
  const client = createEmbeddedClient({ id: `alone-${newId()}`, logger: { info() {}, warn() {}, error() {}, debug() {} } });
  await expect(client.send({ name: "x", data: {} })).rejects.toThrow(/is not running, so nothing was sent/);
});
