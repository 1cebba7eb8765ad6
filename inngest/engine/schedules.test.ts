import { sql } from "drizzle-orm";
import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { useTestDatabase } from "@/db/testing";
import { engineHarness } from "./testing";

const database = useTestDatabase();
const open = engineHarness(database);

function hourly(fired: string[]) {
  return (client: Inngest.Any) => [
    client.createFunction({ id: "hourly", triggers: [{ cron: "TZ=Asia/Kolkata 0 * * * *" }] }, async ({ event }) => {
      fired.push(new Date(event.ts ?? 0).toISOString());
    }),
  ];
}

test("a schedule fires at its instants in its zone, each once", async () => {
  let now = new Date("2026-03-01T10:10:00Z");
  const fired: string[] = [];
  const { engine } = await open(hourly(fired), { clock: { now: () => now } });
  await engine.idle();
  expect(fired).toEqual([]);
  now = new Date("2026-03-01T10:30:00Z"); // 16:00 in India
  await engine.idle();
  await engine.idle();
  now = new Date("2026-03-01T11:29:59Z");
  await engine.idle();
  expect(fired).toEqual(["2026-03-01T10:30:00.000Z"]);
  now = new Date("2026-03-01T11:30:05Z");
  await engine.idle();
  expect(fired).toEqual(["2026-03-01T10:30:00.000Z", "2026-03-01T11:30:00.000Z"]);
});

test("of the ticks missed while nothing ran, the newest is made up for, once", async () => {
  let now = new Date("2026-03-02T10:10:00Z");
  const clock = { now: () => now };
  const fired: string[] = [];
  const first = await open(hourly(fired), { clock });
  await first.engine.stop();
  now = new Date("2026-03-02T15:00:00Z");
  const second = await open(hourly(fired), { clock, clientId: first.clientId });
  await second.engine.idle();
  await second.engine.stop();
  const third = await open(hourly(fired), { clock, clientId: first.clientId });
  await third.engine.idle();
  expect(fired).toEqual(["2026-03-02T14:30:00.000Z"]);
});

test("ended runs and old events are removed when their time is over", async () => {
  let now = new Date("2026-04-01T00:00:00Z");
  const { engine } = await open(
    (c) => [
      c.createFunction({ id: "short", triggers: [{ event: "short" }] }, async ({ step }) => step.run("a", () => 1)),
      c.createFunction({ id: "long", triggers: [{ event: "long" }] }, async ({ step }) => step.sleep("long", "52w")),
    ],
    { clock: { now: () => now }, retentionMs: 2 * 24 * 3600 * 1000 },
  );
  await engine.send([
    { id: "seen", name: "short" },
    { id: "seen-too", name: "long" },
  ]);
  await engine.idle();
  const count = async (table: string) =>
    Number(rowsOf<{ n: number }>(await database.db.execute(sql.raw(`select count(*)::int as n from ${table}`)))[0]?.n);
  now = new Date("2026-04-02T00:00:01Z");
  await engine.idle();
  expect(await count("engine_event")).toBe(0);
  expect(await count("engine_run where function_id like '%-short'")).toBe(1);
  now = new Date("2026-04-04T00:00:00Z");
  await engine.idle();
  expect(await count("engine_run where function_id like '%-short'")).toBe(0);
  expect(await count("engine_run where function_id like '%-long'")).toBe(1);
  // Its id is free again, so the event starts a new run.
  await engine.send([{ id: "seen", name: "short" }]);
  await engine.idle();
  expect(engine.metrics().ended.completed).toBe(2);
});
