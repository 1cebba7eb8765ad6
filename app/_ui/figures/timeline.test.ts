import { expect, test } from "vitest";
import type { RunCategory } from "@/server/research/editions/schema";
import { timelineOf } from "./timeline";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 14) + seconds * 1000).toISOString();
const category = (given: Partial<RunCategory>): RunCategory => ({
  slug: "pk",
  name: "Pharmacokinetics",
  number: 3,
  state: "done",
  outcome: "found",
  confidence: null,
  sourceCount: 0,
  independentCount: 0,
  sentences: 0,
  withheld: 0,
  conflicts: { open: 0, resolved: 0, byJurisdiction: 0, notComparable: 0 },
  answers: [],
  steps: [],
  startedAt: null,
  endedAt: null,
  error: null,
  ...given,
});
const steps = (...ends: [RunCategory["steps"][number]["name"], number, number | null][]): RunCategory["steps"] =>
  ends.map(([name, from, to]) => ({ name, startedAt: at(from), endedAt: to === null ? null : at(to) }));

test("a finished run ends on a round time and has no line for now", () => {
  const timeline = timelineOf({ startedAt: at(0), until: at(40), running: false, categories: [] });
  expect(timeline.now).toBeNull();
  expect(timeline.ticks.map((tick) => tick.label)).toEqual(["0:00", "0:05", "0:10", "0:15", "0:20", "0:25", "0:30", "0:35"]);
});
test("a run that goes on leaves room after now", () => {
  const timeline = timelineOf({ startedAt: at(0), until: at(198), running: true, categories: [] });
  expect(timeline.now).toBe(82.5);
  expect(timeline.ticks.length).toBeLessThanOrEqual(8);
});
test("a run of a moment is measured in tenths of a second", () => {
  expect(timelineOf({ startedAt: at(0), until: at(0.6), running: false, categories: [] }).ticks[1]?.label).toBe("0.1\u00a0s");
});
test("steps follow each other and a gap between them is waiting", () => {
  const [row] = timelineOf({
    startedAt: at(0),
    until: at(120),
    running: false,
    categories: [category({ steps: steps(["ask", 0, 24], ["verify", 24, 48], ["write", 72, 96]) })],
  }).rows;
  expect(row?.bars).toEqual([
    { kind: "ask", from: 0, to: 20, live: false },
    { kind: "verify", from: 20, to: 40, live: false },
    { kind: "wait", from: 40, to: 60, live: false },
    { kind: "write", from: 60, to: 80, live: false },
  ]);
  expect(row?.text).toBe("Pharmacokinetics: asked for 24\u00a0s, verified for 24\u00a0s, written in 24\u00a0s");
});
test("what runs reaches now, what is queued waits from now on", () => {
  const { rows, now } = timelineOf({
    startedAt: at(0),
    until: at(60),
    running: true,
    categories: [category({ state: "asking", outcome: null, steps: steps(["ask", 10, null]) }), category({ state: "queued", outcome: null })],
  });
  expect(rows[0]?.bars).toEqual([{ kind: "ask", from: expect.any(Number), to: now, live: true }]);
  expect(rows[1]?.bars).toEqual([{ kind: "wait", from: now, to: 100, live: false }]);
});
test("a step of no time can still be seen", () => {
  const [row] = timelineOf({ startedAt: at(0), until: at(120), running: false, categories: [category({ steps: steps(["ask", 5, 5]) })] }).rows;
  expect((row?.bars[0]?.to ?? 0) - (row?.bars[0]?.from ?? 0)).toBeGreaterThan(0.3);
});
test("a failed category carries its mark and its reason", () => {
  const [row] = timelineOf({
    startedAt: at(0),
    until: at(120),
    running: false,
    categories: [category({ state: "failed", outcome: "failed", error: "no network for 27 s", steps: steps(["ask", 0, 36]) })],
  }).rows;
  expect(row?.mark).toEqual({ at: 30, name: "failed" });
  expect(row?.note).toEqual({ at: 30, side: "after", words: "no network for 27 s" });
  expect(row?.text).toMatch(/, failed$/);
});
test("the answers of an opened category are rows of their own, with their repetitions", () => {
  const answers: RunCategory["answers"] = [
    {
      provider: "openfda",
      status: "failed",
      sources: 0,
      attempts: 3,
      error: "unreachable",
      costUsd: 0,
      costBasis: "free",
      startedAt: at(0),
      endedAt: at(10),
    },
  ];
  const input = { startedAt: at(0), until: at(120), running: false, categories: [category({ answers })] };
  expect(timelineOf(input).rows).toHaveLength(1);
  const [, row] = timelineOf({ ...input, opened: new Set(["pk"]) }).rows;
  expect(row).toMatchObject({ kind: "answer", name: "openfda", mark: { name: "failed" }, note: { words: "asked 3 times: unreachable" } });
});
test("near the end of the lane a note stands before its row, and a long one is cut", () => {
  const [row] = timelineOf({
    startedAt: at(0),
    until: at(120),
    running: false,
    categories: [
      category({ state: "failed", outcome: "failed", error: "a reason that is much too long to stand beside a bar", steps: steps(["ask", 60, 96]) }),
    ],
  }).rows;
  expect(row?.note).toEqual({ at: 50, side: "before", words: "a reason that is much too long to stand bes\u2026" });
});
