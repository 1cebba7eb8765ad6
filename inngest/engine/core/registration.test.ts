import { describe, expect, test } from "vitest";
import { readRegistration } from "./registration";

const steps = (attempts?: number) => ({ step: { id: "step", name: "step", runtime: { type: "http", url: "http://x" }, retries: { attempts } } });
const base = { id: "app-f", name: "f", triggers: [{ event: "e" }], steps: steps() };
const read = (changes: Record<string, unknown>) => readRegistration({ functions: [{ ...base, ...changes }] }, 20);

describe("registration", () => {
  test("reads what the engine needs", () => {
    const [fn] = read({
      triggers: [{ event: "e", expression: "event.data.n > 1" }, { cron: "TZ=Europe/Berlin 0 5 * * 1" }],
      steps: steps(7),
      concurrency: [{ limit: 3 }, { limit: 1, key: "event.data.id", scope: "env" }],
      cancel: [{ event: "stop", if: "event.data.id == async.data.id", timeout: "1h" }],
      idempotency: "event.data.id",
    });
    expect(fn).toMatchObject({
      id: "app-f",
      events: [{ name: "e", expression: "event.data.n > 1" }],
      schedules: [{ text: "TZ=Europe/Berlin 0 5 * * 1" }],
      retries: 7,
      concurrency: [
        { limit: 3, key: null, scope: "fn" },
        { limit: 1, key: "event.data.id", scope: "env" },
      ],
      cancelOn: [{ event: "stop", expression: "event.data.id == async.data.id", withinMs: 3_600_000 }],
      idempotency: "event.data.id",
    });
  });

  test("takes three retries and no limit when nothing is said", () => {
    expect(read({})[0]).toMatchObject({ retries: 3, concurrency: [], cancelOn: [], idempotency: null });
    expect(read({ concurrency: 0 })[0]?.concurrency).toEqual([]);
    expect(read({ concurrency: 4 })[0]?.concurrency).toEqual([{ limit: 4, key: null, scope: "fn" }]);
  });

  test.each([
    ["throttle", { limit: 1, period: "1s" }],
    ["debounce", { period: "1s" }],
    ["batchEvents", { maxSize: 2, timeout: "1s" }],
    ["rateLimit", { limit: 1, period: "1s" }],
    ["priority", { run: "1" }],
    ["singleton", { mode: "skip" }],
    ["timeouts", { finish: "1h" }],
  ])("refuses %s by name, and names the function", (option, value) => {
    expect(() => read({ [option]: value })).toThrow(`The function app-f cannot be registered: ${option} is not supported`);
  });

  test.each([
    [{ triggers: [{ event: "e", expression: "event.data." }] }, "triggers holds an expression that cannot be read"],
    [{ concurrency: { limit: 1, key: "evnt.data.id" } }, "concurrency holds an expression that cannot be read"],
    [{ triggers: [{ cron: "every day" }] }, 'cron "every day" cannot be read'],
    [{ triggers: [{ cron: "* * * * *", jitter: "1m" }] }, "jitter"],
    [{ steps: steps(21) }, "retries may be at most 20, not 21"],
    [{ cancel: [{ event: "x", timeout: "soon" }] }, "cancelOn has a timeout that is no duration: soon"],
    [{ concurrency: [{ limit: 1 }, { limit: 2 }, { limit: 3 }] }, "concurrency"],
  ])("refuses what it cannot read: %#", (changes, message) => {
    expect(() => read(changes)).toThrow(message);
  });
});
