import { expect, test } from "vitest";
import type { RunCategory, RunSnapshot } from "@/server/research/editions/schema";
import { applyEvent, takeReading } from "./apply-event";

const at = "2026-11-20T14:02:11.000Z";
const category = (slug: string, given: Partial<RunCategory> = {}): RunCategory => ({
  ...{
    slug,
    name: slug,
    number: 1,
    state: "queued",
    outcome: null,
    confidence: null,
    sourceCount: 0,
    independentCount: 0,
    sentences: 0,
    withheld: 0,
  },
  ...{
    conflicts: { open: 0, resolved: 0, byJurisdiction: 0, notComparable: 0 },
    answers: [],
    steps: [],
    startedAt: null,
    endedAt: null,
    error: null,
  },
  ...given,
});
const none = {
  categories: 2,
  settled: 0,
  found: 0,
  nothingFound: 0,
  notSearched: 0,
  blocked: 0,
  failed: 0,
  sources: 0,
  independentSources: 0,
  claims: 0,
};
const run = (seq: number, categories: RunCategory[], sources = 0): RunSnapshot => ({
  request: {
    ...{ id: "r", status: "processing", subject: "metformin", pack: "pharma", packName: "Pharma", packVersion: 1, identity: null, providers: [] },
    ...{ note: null, series: "r", previous: null, changes: null, createdAt: at, startedAt: at, endedAt: null },
  },
  seq,
  categories,
  totals: { ...none, conflictsOpen: 0, conflictsResolved: 0, setApart: 0, sentences: 0, withheld: 0, sources },
  cost: { usd: 0, unknown: 0, byProvider: {}, capUsd: 5 },
});
const ref = { slug: "pk", name: "pk", number: 1 };
const ended = { category: ref, outcome: "found", confidence: 91, sources: 4, independent: 3, reason: null };
const score = { value: 91, signals: [{ name: "support", weight: 30, value: 1, points: 30, explanation: "" }] };

test("an event moves its category and no other", () => {
  const next = applyEvent(run(4, [category("pk"), category("other")]), { seq: 5, type: "category.started", body: { category: ref }, at });
  expect(next.seq).toBe(5);
  expect(next.categories.map((each) => each.startedAt)).toEqual([at, null]);
});

test("an event that was seen before changes nothing, one that is not known only the number", () => {
  const before = run(4, [category("pk")]);
  expect(applyEvent(before, { seq: 4, type: "category.ended", body: ended, at })).toBe(before);
  expect(applyEvent(before, { seq: 5, type: "category.praised", body: {}, at })).toEqual({ ...before, seq: 5 });
  expect(applyEvent(before, { seq: 5, type: "category.ended", body: { outcome: "splendid" }, at })).toEqual({ ...before, seq: 5 });
});

test("a category that has ended counts as settled", () => {
  const next = applyEvent(run(4, [category("pk"), category("other")]), { seq: 5, type: "category.ended", body: ended, at });
  expect(next.totals.settled).toBe(1);
  expect(next.categories[0]).toMatchObject({ state: "done", outcome: "found", sourceCount: 4, confidence: { value: 91, signals: [] } });
});

test("a reading behind the events gives the scores of what has ended and takes nothing back", () => {
  const page = run(9, [
    category("pk", { state: "done", outcome: "found", confidence: { value: 91, signals: [] } }),
    category("other", { state: "writing" }),
  ]);
  const fresh = run(7, [category("pk", { state: "done", outcome: "found", confidence: score }), category("other", { state: "asking" })], 12);
  const next = takeReading(page, fresh);
  expect(next.seq).toBe(9);
  expect(next.categories.map((each) => each.state)).toEqual(["done", "writing"]);
  expect(next.categories[0]?.confidence).toEqual(score);
  expect(next.totals.sources).toBe(12);
});

test("a reading that is as far as the page replaces it", () => {
  const fresh = run(9, [category("pk", { state: "done" })]);
  expect(takeReading(run(9, [category("pk")]), fresh)).toBe(fresh);
});
