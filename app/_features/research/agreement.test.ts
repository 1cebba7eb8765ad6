import { expect, test } from "vitest";
import type { Claim } from "@/server/research/claims/schema";
import type { Conflict } from "@/server/research/conflicts/schema";
import type { EditionCategory, EditionSource } from "@/server/research/editions/schema";
import { agreementOf, factKey } from "./agreement";

const claim = (id: string, sourceId: string, attribute: string, raw: string): Claim => ({
  ...{ id, sourceId, attribute, raw, quote: raw, start: 0, end: raw.length, page: null, qualifiers: {}, polarity: "affirmed", hedged: false },
  value: { kind: "quantity", value: 1, unit: "h", op: "=", approx: false, unitAssumed: false },
  extractor: "rule",
});
const source = (id: string, number: number, voice = id): EditionSource => ({
  ...{ id, number, voice, title: `Title ${id}`, url: null, tier: 1, date: "2018-04", jurisdiction: null, publisher: "Agency", licence: null },
  ...{ superseded: false, providers: [], mentions: [], aliases: [], documentId: null },
  identity: { scheme: "document", value: id },
  verification: { outcome: "verified", rungs: [] },
});
const conflict = (given: Partial<Conflict> & Pick<Conflict, "sides">): Conflict => ({
  ...{ id: "c", attribute: "half_life", kind: "value", severity: "major", status: "resolved", strategy: "authority", winner: 0 },
  ...{ statement: "", rationale: "", differing: [], unstated: [] },
  ...given,
});
const category = (claims: Claim[], conflicts: Conflict[] = []): EditionCategory => ({
  ...{ slug: "pk", name: "Pharmacokinetics", number: 1, status: "done", outcome: "found", coverage: null, claims, conflicts, confidence: null },
  ...{ quality: null, strategy: "authority", sourceCount: 0, independentCount: 0, answers: [], startedAt: null, endedAt: null, error: null },
  summary: { sentences: [], withheld: 0, withheldSentences: [] },
});
const none = new Map();

test("a fact of two voices is a row, one voice and its copy are none", () => {
  const claims = [claim("1", "a", "half_life", "6.2 h"), claim("2", "b", "half_life", "6.2 h")];
  const row = agreementOf({ categories: [category(claims)], sources: [source("a", 1), source("b", 2)] }, none).groups[0]?.rows[0];
  expect(row).toMatchObject({ fact: "Half life", outcome: { state: "agrees", words: "2 agree" } });
  expect(row?.cells).toEqual([
    { value: "6.2 h", state: "agrees" },
    { value: "6.2 h", state: "agrees" },
  ]);
  expect(agreementOf({ categories: [category(claims)], sources: [source("a", 1), source("b", 2, "a")] }, none).groups).toEqual([]);
});

test("the side that stands agrees, the other differs, and who says nothing has an empty cell", () => {
  const claims = [
    claim("1", "a", "half_life", "6.2 h"),
    claim("2", "b", "half_life", "9 h"),
    claim("3", "c", "tmax", "2 h"),
    claim("4", "a", "tmax", "2 h"),
  ];
  const sides = [
    { claimIds: ["1"], sourceIds: ["a"], label: "6.2 h" },
    { claimIds: ["2"], sourceIds: ["b"], label: "9 h" },
  ];
  const facts = new Map([[factKey("pk", "half_life"), { label: "Elimination half-life", unit: "h" }]]);
  const { columns, groups } = agreementOf(
    { categories: [category(claims, [conflict({ sides })])], sources: [source("a", 1), source("b", 2), source("c", 3), source("silent", 4)] },
    facts,
  );
  expect(columns.map(({ number, title }) => [number, title])).toEqual([
    [1, "2018, Agency"],
    [2, "2018, Agency"],
    [3, "2018, Agency"],
  ]);
  const [halfLife, tmax] = groups[0]?.rows ?? [];
  expect(halfLife).toMatchObject({ fact: "Elimination half-life", unit: "h", href: "#conflict-c", outcome: { state: "conflict" } });
  expect(halfLife?.cells.map((cell) => cell?.state ?? null)).toEqual(["agrees", "conflict", null]);
  expect(tmax?.cells.map((cell) => cell?.state ?? null)).toEqual(["agrees", null, "agrees"]);
});

test("a source that says several things shows the gravest and how many more there are", () => {
  const claims = [claim("1", "a", "half_life", "6.2 h"), claim("2", "a", "half_life", "17.6 h"), claim("3", "b", "half_life", "6.5 h")];
  const apart = conflict({
    kind: "not_comparable",
    status: "set_apart",
    winner: null,
    sides: [
      { claimIds: ["2"], sourceIds: ["a"], label: "17.6 h" },
      { claimIds: ["3"], sourceIds: ["b"], label: "6.5 h" },
    ],
  });
  const row = agreementOf({ categories: [category(claims, [apart])], sources: [source("a", 1), source("b", 2)] }, none).groups[0]?.rows[0];
  expect(row?.cells[0]).toEqual({ value: "17.6 h, +1", state: "not_comparable" });
  expect(row?.outcome).toEqual({ state: "not_comparable", words: "set apart" });
});

test("what a ruling or a strategy lets stand is seen before what is only set apart", () => {
  const claims = [
    claim("1", "a", "approved", "29 December 1994"),
    claim("2", "b", "approved", "3 March 1995"),
    claim("3", "b", "approved", "13 October 2000"),
  ];
  const side = (id: string, sourceId: string) => ({ claimIds: [id], sourceIds: [sourceId], label: id });
  const resolved = conflict({ attribute: "approved", sides: [side("1", "a"), side("2", "b")] });
  const apart = conflict({
    id: "d",
    attribute: "approved",
    kind: "not_comparable",
    status: "set_apart",
    winner: null,
    sides: [side("1", "a"), side("3", "b")],
  });
  const sources = [source("a", 1), source("b", 2)];
  const row = agreementOf({ categories: [category(claims, [resolved, apart])], sources }, none).groups[0]?.rows[0];
  expect(row?.cells).toEqual([
    { value: "29 December 1994", state: "agrees" },
    { value: "3 March 1995, +1", state: "conflict" },
  ]);
});
