import { expect, test } from "vitest";
import { breakerWords, healthOf } from "./health-words";

const calm = {
  off: null,
  enabled: true,
  breaker: { state: "closed", until: null, reason: null },
  rate: { perMinute: 60, used: 3 },
  calls: { lastDay: 40, failed: 0, lost: 0, p50Ms: 800, p95Ms: 2000 },
  switchedBy: null,
} as const;

test("what was switched off and what has no key is told before how it fared", () => {
  const failing = { ...calm, calls: { ...calm.calls, failed: 40 } };
  expect(healthOf({ ...failing, enabled: false, switchedBy: { by: "a", at: "", reason: "Too dear." } })).toEqual({
    state: "cancelled",
    words: "Switched off",
    detail: "Too dear.",
  });
  expect(healthOf({ ...failing, off: "No key is set." }).words).toBe("Not set up");
  expect(healthOf(failing).words).toBe("Failing");
});
test("a provider that rests says until when and why", () => {
  const resting = { state: "resting", until: "2026-11-20T14:11:00.000Z", reason: "503 twice." } as const;
  expect(healthOf({ ...calm, breaker: resting })).toMatchObject({ state: "failed", words: "Rests until 14:11\u00a0UTC", detail: "503 twice." });
});
test("some failures and a used-up limit are open, none is healthy, no call is neither", () => {
  expect(healthOf({ ...calm, calls: { ...calm.calls, failed: 2 } })).toMatchObject({ state: "open", detail: "2 of 40 calls failed in 24 h" });
  expect(healthOf({ ...calm, rate: { perMinute: 60, used: 58 } })).toMatchObject({ state: "open", words: "Slowed by its limit" });
  expect(healthOf(calm)).toMatchObject({ state: "done", words: "Healthy" });
  expect(healthOf({ ...calm, calls: { ...calm.calls, lastDay: 0 } }).state).toBe("queued");
});

test("the breaker is named for whoever has one", () => {
  const closed = { state: "closed", until: null, reason: null } as const;
  expect(breakerWords({ kind: "engine", breaker: closed })).toBe("Breaker closed");
  expect(breakerWords({ kind: "api", breaker: { state: "resting", until: "2026-03-02T09:00:00.000Z", reason: "It failed." } })).toBe("Breaker open");
  expect(breakerWords({ kind: "library", breaker: closed })).toBeNull();
});
