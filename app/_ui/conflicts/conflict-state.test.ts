import { expect, test } from "vitest";
import type { Conflict } from "@/server/research/conflicts/schema";
import { conflictState } from "./conflict-state";

const conflict = (given: Partial<Conflict>) => ({
  kind: "value" as const,
  status: "resolved" as const,
  severity: "major" as const,
  strategy: "interval" as const,
  ...given,
});

test("what was set apart never looks like a conflict", () => {
  expect(conflictState(conflict({ kind: "not_comparable", status: "set_apart" })).state).toBe("not_comparable");
  expect(conflictState(conflict({ kind: "jurisdiction_difference", status: "set_apart" })).state).toBe("by_jurisdiction");
  expect(conflictState(conflict({ kind: "interpretive", status: "set_apart" })).words).toBe("Both kept, by tradition");
});
test("an open one says so, and that safety keeps it open", () => {
  expect(conflictState(conflict({ status: "open" }))).toEqual({ state: "open", words: "Open" });
  expect(conflictState(conflict({ status: "open", severity: "critical" })).words).toBe("Kept open: safety");
});
test("readings that traditions differ in stay open by design, not for want of a decision", () => {
  expect(conflictState(conflict({ status: "open", kind: "interpretive" }))).toEqual({ state: "open", words: "Open by design" });
});
test("a resolved one stays a conflict", () => {
  expect(conflictState(conflict({}))).toEqual({ state: "conflict", words: "Conflict, resolved" });
  expect(conflictState(conflict({ kind: "unit_slip" })).words).toBe("Unit slip, resolved");
});
test("a ruling by hand is said to be one, and an opened one never looks set apart", () => {
  const ruling = {
    id: "o",
    instead: { status: "open" as const, winner: null, rationale: "" },
    by: "Ines",
    at: "2026-01-01T00:00:00Z",
    reason: "So.",
    carried: false,
  };
  expect(conflictState(conflict({ override: { ...ruling, ruling: "winner" } })).words).toBe("Conflict, resolved by hand");
  expect(conflictState(conflict({ kind: "not_comparable", status: "open", override: { ...ruling, ruling: "open" } }))).toEqual({
    state: "open",
    words: "Open, by hand",
  });
  expect(conflictState(conflict({ status: "set_apart", override: { ...ruling, ruling: "set_apart" } })).state).toBe("not_comparable");
});
