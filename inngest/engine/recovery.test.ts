import { sql } from "drizzle-orm";
import type { Inngest } from "inngest";
import { expect, test, vi } from "vitest";
import { rowsOf } from "@/db/client";
import { useTestDatabase } from "@/db/testing";
import { runSignal } from "./run-context";
import { engineHarness, gate } from "./testing";

const database = useTestDatabase();
const open = engineHarness(database);

/** A function of three steps whose second waits at a gate. */
function gated(client: Inngest.Any) {
  const done: string[] = [];
  const held = gate();
  const reached = gate();
  const fn = client.createFunction({ id: "gated", triggers: [{ event: "go" }] }, async ({ step }) => {
    await step.run("one", () => done.push("one"));
    await step.run("two", async () => {
      done.push("two");
      reached.open();
      await held.opened;
    });
    await step.run("three", () => done.push("three"));
    return done.length;
  });
  return { fn, done, held, reached };
}

const stored = async (runId: string) =>
  rowsOf<{ name: string }>(await database.db.execute(sql`select name from engine_step where run_id = ${runId} order by seq`)).map((r) => r.name);
const onlyRun = async () => {
  const [row] = rowsOf<{ id: string }>(await database.db.execute(sql`select id from engine_run order by id desc limit 1`));
  return row?.id ?? "";
};

test("a call whose lease was taken cannot write, and the next call goes on from what was saved", async () => {
  let parts: ReturnType<typeof gated> | undefined;
  const { engine } = await open((client) => {
    parts = gated(client);
    return [parts.fn];
  });
  await engine.send([{ name: "go" }]);
  await parts?.reached.opened;
  const runId = await onlyRun();
  await database.db.execute(sql`update engine_job set fence = fence + 1, lease_until = null where run_id = ${runId}`);
  parts?.held.open();
  await vi.waitFor(async () => expect((await engine.run(runId))?.status).toBe("completed"), 60_000);
  expect(parts?.done).toEqual(["one", "two", "two", "three"]);
  expect(await stored(runId)).toEqual(["one", "two", "three"]);
  expect(engine.metrics().stale).toBeGreaterThan(0);
});

test("what a dead process held is taken back at the start of the only process", async () => {
  let parts: ReturnType<typeof gated> | undefined;
  const first = await open((client) => {
    parts = gated(client);
    return [parts.fn];
  });
  await first.engine.send([{ name: "go" }]);
  await parts?.reached.opened;
  const runId = await onlyRun();
  await first.engine.stop({ graceMs: 0 });
  // As a killed process would have left it.
  await database.db.execute(sql`update engine_job set lease_until = now() + interval '1 hour' where run_id = ${runId}`);
  const second = await open(
    (client) => {
      const next = gated(client);
      next.held.open();
      parts = next;
      return [next.fn];
    },
    { clientId: first.clientId },
  );
  await second.engine.idle();
  expect((await second.engine.run(runId))?.status).toBe("completed");
  expect(parts?.done).toEqual(["two", "three"]);
});

test("without the right to take back, a lease is respected until it runs out", async () => {
  let now = new Date();
  const clock = { now: () => now };
  let calls = 0;
  const build = (client: Inngest.Any) => [
    client.createFunction({ id: "short", triggers: [{ event: "short" }] }, async () => {
      calls += 1;
    }),
  ];
  const { engine, clientId } = await open(build, { clock });
  await engine.stop();
  const second = await open(build, { clock, clientId, exclusive: false });
  await database.db.transaction(async (tx) => {
    await second.engine.enqueueEvents(tx, [{ name: "short" }]);
    await tx.execute(sql`update engine_job set lease_until = ${new Date(now.getTime() + 60_000).toISOString()}::timestamptz`);
  });
  await second.engine.idle();
  expect(calls).toBe(0);
  now = new Date(now.getTime() + 61_000);
  await second.engine.idle();
  expect(calls).toBe(1);
});

test("stopping lets the step being run end and saves it; the next engine goes on after it", async () => {
  let parts: ReturnType<typeof gated> | undefined;
  const first = await open((client) => {
    parts = gated(client);
    return [parts.fn];
  });
  await first.engine.send([{ name: "go" }]);
  await parts?.reached.opened;
  const runId = await onlyRun();
  const stopped = first.engine.stop({ graceMs: 5000 });
  parts?.held.open();
  await stopped;
  expect(parts?.done).toEqual(["one", "two"]);
  expect(await stored(runId)).toEqual(["one", "two"]);
  const second = await open(
    (client) => {
      parts = gated(client);
      return [parts.fn];
    },
    { clientId: first.clientId },
  );
  await second.engine.idle();
  expect(parts?.done).toEqual(["three"]);
});

test("cancelling a run ends it, aborts the signal of its call, and saves nothing more", async () => {
  const reached = gate();
  const aborted = gate();
  let after = 0;
  const { engine } = await open((client) => [
    client.createFunction({ id: "long", triggers: [{ event: "long" }] }, async ({ step }) => {
      await step.run("wait", async () => {
        runSignal().addEventListener("abort", aborted.open);
        reached.open();
        await aborted.opened;
      });
      await step.run("after", () => {
        after += 1;
      });
    }),
  ]);
  await engine.send([{ name: "long" }]);
  await reached.opened;
  const runId = await onlyRun();
  expect(await engine.cancel(runId)).toBe(true);
  await aborted.opened;
  await engine.idle();
  expect(await engine.run(runId)).toMatchObject({ status: "cancelled", error: expect.stringContaining("cancelled") });
  expect(await stored(runId)).toEqual([]);
  expect(after).toBe(0);
  expect(await engine.cancel(runId)).toBe(false);
});

test("two engines on one database share the work and do none of it twice", async () => {
  const counts = new Map<string, number>();
  const build = (client: Inngest.Any) => [
    client.createFunction({ id: "shared", triggers: [{ event: "shared" }], concurrency: 5 }, async ({ step, runId }) => {
      const note = (name: string) => step.run(name, () => counts.set(`${runId} ${name}`, (counts.get(`${runId} ${name}`) ?? 0) + 1));
      await note("a");
      await Promise.all([note("b"), note("c"), note("d")]);
      await note("e");
    }),
  ];
  const first = await open(build, { exclusive: false });
  const second = await open(build, { exclusive: false, clientId: first.clientId });
  await second.engine.send(Array.from({ length: 20 }, () => ({ name: "shared" })));
  await vi.waitFor(() => expect(first.engine.metrics().ended.completed + second.engine.metrics().ended.completed).toBe(20), 60_000);
  expect(counts.size).toBe(100);
  expect([...counts.values()].every((n) => n === 1)).toBe(true);
});

test("a run whose function is gone fails with a sentence that names it", async () => {
  const first = await open((client) => [
    client.createFunction({ id: "gone", triggers: [{ event: "gone" }] }, async ({ step }) => step.sleep("z", "1s")),
  ]);
  await first.engine.send([{ name: "gone" }]);
  await first.engine.idle();
  const runId = await onlyRun();
  await first.engine.stop();
  const second = await open(() => [], { clientId: first.clientId });
  await vi.waitFor(async () => expect((await second.engine.run(runId))?.status).toBe("failed"), 60_000);
  expect((await second.engine.run(runId))?.error).toContain("gone no longer exists");
});
