import { expect, test, vi } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { engineHarness } from "./testing";

const database = useTestDatabase();
const open = engineHarness(database);

test("a step's result beyond the limit is a failure that the function can catch, and is not tried again", async () => {
  let ran = 0;
  const outcomes: string[] = [];
  const big = () => {
    ran += 1;
    return "x".repeat(200);
  };
  const { engine } = await open(
    (c) => [
      c.createFunction({ id: "big", triggers: [{ event: "big" }] }, async ({ step }) => {
        const told = (error: unknown) => (error instanceof Error ? error.message : "");
        const alone = await step.run("alone", big).catch(told);
        const [beside] = await Promise.all([step.run("beside", big).catch(told), step.run("small", () => "ok")]);
        await step.run("end", () => outcomes.push(alone, beside));
      }),
    ],
    { limits: { stepOutputBytes: 100 } },
  );
  await engine.send([{ name: "big" }]);
  await engine.idle();
  expect(ran).toBe(2);
  expect(outcomes).toEqual([
    expect.stringContaining('"alone" is larger than 100 bytes'),
    expect.stringContaining('"beside" is larger than 100 bytes'),
  ]);
});

test("an event beyond the limit is refused with a sentence, and nothing of its batch is sent", async () => {
  const { engine, client } = await open((c) => [c.createFunction({ id: "any", triggers: [{ event: "any" }] }, async () => "ran")], {
    limits: { eventBytes: 200 },
  });
  const batch = [
    { name: "any", data: {} },
    { name: "any", data: { text: "x".repeat(300) } },
  ];
  await expect(engine.send(batch)).rejects.toThrow("larger than 200 bytes; nothing was sent");
  await expect(client.send(batch)).rejects.toThrow("larger than 200 bytes");
  await engine.idle();
  expect(engine.metrics().started).toBe(0);
});

test("a run with too many steps, or too much stored, fails", async () => {
  const { engine } = await open(
    (c) => [
      c.createFunction({ id: "steps", triggers: [{ event: "steps" }] }, async ({ step }) => {
        await Promise.all(Array.from({ length: 30 }, (_, i) => step.run(`s${i}`, () => i)));
      }),
      c.createFunction({ id: "bytes", triggers: [{ event: "bytes" }] }, async ({ step }) => {
        for (let i = 0; i < 10; i++) await step.run(`s${i}`, () => "x".repeat(500));
        await step.sleep("z", "1s");
      }),
    ],
    { limits: { stepsPerRun: 20, runStateBytes: 2000 } },
  );
  await engine.send([{ name: "steps" }, { name: "bytes" }]);
  await vi.waitFor(() => expect(engine.metrics().ended.failed).toBe(2), 60_000);
});

test("a function that asks for what the engine cannot do stops the start by name", async () => {
  const starting = open((c) => [c.createFunction({ id: "slow", triggers: [{ event: "x" }], throttle: { limit: 1, period: "1s" } }, async () => 1)]);
  await expect(starting).rejects.toThrow(/-slow cannot be registered: throttle is not supported/);
});
