import { describe, expect, test } from "vitest";
import type { RunCategory } from "@/server/research/editions/schema";
import { tileConflict, tileFoot, tilePicture, tileProgress, tileState } from "./tile-words";

const answer = (status: RunCategory["answers"][number]["status"]): RunCategory["answers"][number] => ({
  provider: status,
  status,
  sources: 0,
  attempts: 1,
  error: null,
  costUsd: 0,
  costBasis: "free",
  startedAt: "2026-11-20T14:00:00Z",
  endedAt: null,
});
const category = (given: Partial<RunCategory>): RunCategory => ({
  slug: "pk",
  name: "Pharmacokinetics",
  number: 3,
  state: "done",
  outcome: "found",
  confidence: null,
  sourceCount: 16,
  independentCount: 6,
  sentences: 11,
  withheld: 2,
  conflicts: { open: 0, resolved: 0, byJurisdiction: 0, notComparable: 0 },
  answers: [],
  steps: [],
  startedAt: null,
  endedAt: null,
  error: null,
  ...given,
});

test("every state and outcome has one picture", () => {
  expect(tilePicture({ state: "queued", outcome: null })).toBe("queued");
  expect(tilePicture({ state: "gathering", outcome: null })).toBe("running");
  expect(tilePicture({ state: "done", outcome: "found" })).toBe("done");
  expect(tilePicture({ state: "done", outcome: "blocked" })).toBe("blocked");
  expect(tilePicture({ state: "done", outcome: "nothing_found" })).toBe("nothing_found");
  expect(tilePicture({ state: "done", outcome: "not_searched" })).toBe("queued");
  expect(tilePicture({ state: "failed", outcome: null })).toBe("failed");
  expect(tilePicture({ state: "cancelled", outcome: null })).toBe("queued");
});

test("what was cancelled or never searched says so beside the blank leaf", () => {
  expect(tileState({ state: "cancelled", outcome: null }).state).toBe("cancelled");
  expect(tileState({ state: "done", outcome: "not_searched" }).state).toBe("not_searched");
  expect(tileState({ state: "writing", outcome: null })).toEqual({ state: "running", words: "Writing" });
});

test("the gravest relation of the sources comes first", () => {
  expect(tileConflict({ open: 1, resolved: 2, byJurisdiction: 3, notComparable: 4 })).toEqual({ state: "conflict", words: "2 conflicts, 1 open" });
  expect(tileConflict({ open: 1, resolved: 0, byJurisdiction: 3, notComparable: 4 })).toEqual({ state: "open", words: "1 open" });
  expect(tileConflict({ open: 0, resolved: 0, byJurisdiction: 0, notComparable: 1 })).toEqual({ state: "not_comparable", words: "1 not comparable" });
  expect(tileConflict({ open: 0, resolved: 0, byJurisdiction: 0, notComparable: 0 })).toEqual({ state: "agrees", words: "no conflict" });
});

describe("the foot of a tile", () => {
  test("counts what has been done", () => {
    expect(tileFoot(category({}))).toBe("16 sources, 6 independent");
    expect(tileFoot(category({ sourceCount: 1, independentCount: 1 }))).toBe("1 source, 1 independent");
    expect(tileFoot(category({ state: "asking", outcome: null, answers: [answer("ok"), answer("asking")] }))).toBe("1 of 2 providers answered");
    expect(tileFoot(category({ state: "writing", outcome: null }))).toBe("11 sentences, 2 withheld");
  });
  test("gives the reason of an end without a text", () => {
    expect(tileFoot(category({ outcome: "nothing_found", answers: [answer("ok"), answer("ok")] }))).toBe("2 asked, no citable source");
    expect(tileFoot(category({ outcome: "blocked", answers: [answer("refused"), answer("ok")] }))).toBe("1 of 2 refused");
    expect(tileFoot(category({ state: "failed", outcome: "failed", answers: [answer("failed")] }))).toBe("No answer from 1 of 1");
    expect(tileFoot(category({ state: "failed", outcome: "failed", error: "Stopped at the cap." }))).toBe("Stopped at the cap.");
  });
});

test("progress is counted only while providers are asked", () => {
  expect(tileProgress(category({ state: "asking", answers: [answer("ok"), answer("asking")] }))).toBe(0.5);
  expect(tileProgress(category({ state: "verifying" }))).toBeUndefined();
});
