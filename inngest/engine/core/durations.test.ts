import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { durationMs, reachedAt } from "./durations";

describe("durations", () => {
  test("are sums of weeks, days, hours, minutes and seconds", () => {
    expect(durationMs("1w2d3h4m5s")).toBe(((((7 + 2) * 24 + 3) * 60 + 4) * 60 + 5) * 1000);
    expect(durationMs("90s")).toBe(90_000);
    expect(durationMs("")).toBe(0);
  });

  test("that are none are told from them", () => {
    for (const text of ["5", "5x", "s5", "-5s", "1.5h", "1h 5m", "2026-01-01T00:00:00.000Z"]) expect(durationMs(text)).toBe(null);
  });

  test("and instants say when they are reached", () => {
    const now = new Date("2026-01-01T00:00:00Z");
    expect(reachedAt("2h", now)?.toISOString()).toBe("2026-01-01T02:00:00.000Z");
    expect(reachedAt("2025-06-01T12:00:00.500Z", now)?.toISOString()).toBe("2025-06-01T12:00:00.500Z");
    expect(reachedAt("soon", now)).toBe(null);
  });

  test("of any whole seconds survive being written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
        const text = `${Math.floor(seconds / 3600)}h${Math.floor((seconds % 3600) / 60)}m${seconds % 60}s`;
        expect(durationMs(text)).toBe(seconds * 1000);
      }),
    );
  });
});
