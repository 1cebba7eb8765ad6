import { describe, expect, test } from "vitest";
import { parseCron } from "./cron";

function schedule(text: string) {
  const parsed = parseCron(text);
  if (typeof parsed === "string") throw new Error(parsed);
  return parsed;
}

describe("schedules", () => {
  test("are in UTC unless they name a zone, whatever the machine's zone is", () => {
    const after = new Date("2026-01-01T00:00:00Z");
    expect(schedule("30 6 * * *").next(after)?.toISOString()).toBe("2026-01-01T06:30:00.000Z");
    expect(schedule("TZ=Europe/Paris 30 6 * * *").next(after)?.toISOString()).toBe("2026-01-01T05:30:00.000Z");
    expect(schedule("CRON_TZ=America/New_York 0 0 1 7 *").next(after)?.toISOString()).toBe("2026-07-01T04:00:00.000Z");
  });

  test("tell the newest tick at or before an instant", () => {
    const everyMinute = schedule("* * * * *");
    expect(everyMinute.latest(new Date("2026-01-01T00:05:00.000Z"))?.toISOString()).toBe("2026-01-01T00:05:00.000Z");
    expect(everyMinute.latest(new Date("2026-01-01T00:05:59.999Z"))?.toISOString()).toBe("2026-01-01T00:05:00.000Z");
    expect(schedule("0 3 * * *").latest(new Date("2026-01-01T02:59:00Z"))?.toISOString()).toBe("2025-12-31T03:00:00.000Z");
  });

  test("that cannot be read or never fire are told in words", () => {
    for (const text of ["", "every day", "61 * * * *", "TZ=Nowhere/Land * * * * *", "0 0 30 2 *"])
      expect(typeof parseCron(text), text).toBe("string");
  });
});
