import { describe, expect, test } from "vitest";
import { backoffMs, retryAfterMs } from "./backoff";

describe("the delay before another try", () => {
  test("grows from fifteen seconds to two hours and stays there", () => {
    const middle = (attempt: number) => backoffMs(attempt, () => 0.5) / 1000;
    expect([0, 1, 2, 3, 9, 19].map(middle)).toEqual([15, 30, 60, 120, 7200, 7200]);
  });

  test("varies by a tenth either way", () => {
    expect(backoffMs(0, () => 0)).toBe(13_500);
    expect(backoffMs(0, () => 1)).toBe(16_500);
  });

  test("is what the error asks for, when that makes sense", () => {
    const now = new Date("2026-01-01T00:00:00Z");
    expect(retryAfterMs("30", now)).toBe(30_000);
    expect(retryAfterMs("0", now)).toBe(0);
    expect(retryAfterMs("2026-01-01T00:01:00Z", now)).toBe(60_000);
    expect(retryAfterMs("2025-01-01T00:00:00Z", now)).toBe(0);
    for (const header of [null, "", "-5", "soon"]) expect(retryAfterMs(header, now)).toBe(null);
  });
});
