import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { rowsOf } from "@/db/client";
import { useTestDatabase } from "@/db/testing";
import { runContext, runSignal } from "./run-context";
import { engineHarness } from "./testing";

const database = useTestDatabase();
const open = engineHarness(database);

const runsOf = async (functionId: string) =>
  rowsOf<{ id: string; status: string; output: string | null; error: string | null }>(
    await database.db.execute(sql`select id, status, output, error from engine_run where function_id = ${functionId} order by id`),
  );

test("a function that does not checkpoint has one step saved per call", async () => {
  const ran: string[] = [];
  const { engine, client } = await open((c) => [
    c.createFunction({ id: "plain", triggers: [{ event: "plain" }], checkpointing: false }, async ({ step }) => {
      for (const name of ["a", "b", "c"]) await step.run(name, () => ran.push(name));
      await Promise.all(["d", "e"].map((name) => step.run(name, () => ran.push(name))));
      return ran.length;
    }),
  ]);
  await engine.send([{ name: "plain" }]);
  await engine.idle();
  expect(ran.toSorted()).toEqual(["a", "b", "c", "d", "e"]);
  expect(await runsOf(`${client.id}-plain`)).toMatchObject([{ status: "completed", output: "5" }]);
  expect(engine.metrics()).toMatchObject({ checkpoints: 0, steps: 5 });
});

test("a kind of step that the engine does not know fails with a sentence, without another try", async () => {
  const { engine, client } = await open((c) => [
    c.createFunction({ id: "signal", triggers: [{ event: "signal" }] }, async ({ step }) => {
      await step.waitForSignal("later", { signal: "s", timeout: "1h" });
    }),
  ]);
  await engine.send([{ name: "signal" }]);
  await engine.idle();
  const [run] = await runsOf(`${client.id}-signal`);
  expect(run).toMatchObject({ status: "failed", error: expect.stringContaining("WaitForSignal, which the embedded engine does not support") });
});

test("a call during which process after process ends is given up", async () => {
  let called = 0;
  const build = (c: Parameters<Parameters<typeof open>[0]>[0]) => [
    c.createFunction({ id: "poison", triggers: [{ event: "poison" }] }, async ({ step }) => {
      await step.sleep("first", "1s");
      called += 1;
    }),
  ];
  const first = await open(build);
  await first.engine.send([{ name: "poison" }]);
  await first.engine.idle();
  await first.engine.stop();
  const id = `${first.clientId}-poison`;
  const [before] = await runsOf(id);
  await database.db.execute(sql`update engine_job set kind = 'run', step_id = null, due_at = now(), lost = 11 where run_id = ${before?.id}`);
  const second = await open(build, { clientId: first.clientId });
  await second.engine.idle();
  expect(await runsOf(id)).toMatchObject([{ status: "failed", error: expect.stringContaining("ended 11 times") }]);
  expect(called).toBe(0);
});

test("code of a step knows its run; code elsewhere has a signal that never aborts", async () => {
  const seen: unknown[] = [];
  const { engine, clientId } = await open((c) => [
    c.createFunction({ id: "who", triggers: [{ event: "who" }] }, async ({ step, runId }) => {
      await step.run("look", () => seen.push(runContext()?.runId === runId, runContext()?.functionId));
    }),
  ]);
  await engine.send([{ name: "who" }]);
  await engine.idle();
  expect(seen).toEqual([true, `${clientId}-who`]);
  expect(runContext()).toBe(undefined);
  expect(runSignal().aborted).toBe(false);
});

test("an error that names no time is tried again after the backoff, as often as the function allows", async () => {
  const attempts: number[] = [];
  const { engine, client } = await open(
    (c) => [
      c.createFunction({ id: "stubborn", retries: 2, triggers: [{ event: "stubborn" }] }, async ({ step, attempt }) => {
        await step.run("fail", () => {
          attempts.push(attempt);
          throw new RangeError("never works");
        });
      }),
    ],
    { backoff: (attempt) => 10 * (attempt + 1) },
  );
  await engine.send([{ name: "stubborn" }]);
  await vi.waitFor(async () => expect((await runsOf(`${client.id}-stubborn`))[0]?.status).toBe("failed"), 60_000);
  expect(attempts).toEqual([0, 1, 2]);
  expect(JSON.parse((await runsOf(`${client.id}-stubborn`))[0]?.error ?? "")).toMatchObject({ name: "RangeError", message: "never works" });
});
