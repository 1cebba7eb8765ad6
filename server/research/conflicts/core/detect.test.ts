import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FactInput, factSchema } from "../../categories/schema";
import type { Claim, ClaimValue, Qualifiers, QuantityValue } from "../../claims/schema";
import { conflictSchema, type DetectedConflict } from "../schema";
import { detectConflicts } from "./detect";
import type { LedgerSource } from "./witness";

const fact = (changes: Partial<FactInput> = {}) =>
  factSchema.parse({ name: "half_life", label: "Half-life", kind: "quantity", unit: "h", comparability: ["population", "matrix"], ...changes });
const maximum = (changes: Partial<FactInput> = {}) =>
  fact({
    name: "max_dose",
    label: "Maximum daily dose",
    unit: "mg/d",
    comparability: ["form"],
    tolerance: { rounding: 0, minor: 0 },
    strategy: "jurisdiction_scoped",
    ...changes,
  });
const source = (id: string, changes: Partial<LedgerSource> = {}): LedgerSource => ({
  id,
  tier: 4,
  date: null,
  jurisdiction: null,
  superseded: false,
  voice: id,
  publisher: null,
  ...changes,
});
const hours = (value: number, more: Partial<QuantityValue> = {}): ClaimValue => ({
  kind: "quantity",
  value,
  op: "=",
  approx: false,
  unit: "h",
  unitAssumed: false,
  ...more,
});
const range = (low: number, high: number): ClaimValue => ({ kind: "quantity", low, high, op: "=", approx: false, unit: "h", unitAssumed: false });
const daily = (value: number): ClaimValue => hours(value, { unit: "mg/d" });
const term = (value: string): ClaimValue => ({ kind: "term", value });
let serial = 0;
const claim = (sourceId: string, value: ClaimValue, qualifiers: Qualifiers = {}, more: Partial<Claim> = {}): Claim => ({
  id: `c${serial++}`,
  sourceId,
  page: null,
  attribute: "half_life",
  value,
  qualifiers,
  polarity: "affirmed",
  hedged: false,
  raw: "",
  quote: "",
  start: 0,
  end: 0,
  extractor: "rule",
  ...more,
});
const dose = (sourceId: string, value: number, qualifiers: Qualifiers = {}) => claim(sourceId, daily(value), qualifiers, { attribute: "max_dose" });
const detect = (
  facts: ReturnType<typeof fact>[],
  sources: LedgerSource[],
  claims: Claim[],
  strategy: Parameters<typeof detectConflicts>[0]["categoryStrategy"] = "interval",
) => detectConflicts({ facts, sources, claims, categoryStrategy: strategy, comparabilityOfCategory: [] });
const labels = (entry: DetectedConflict | undefined) => entry?.sides.map((side) => side.label.replaceAll("\u00a0", " "));
const said = (entry: DetectedConflict | undefined) => entry?.statement.replaceAll("\u00a0", " ");

describe("the conflict ledger", () => {
  it("is empty where sources agree, overlap or round", () => {
    const sources = ["a", "b", "c"].map((id) => source(id));
    expect(detect([fact()], sources, [claim("a", hours(6.2)), claim("b", hours(6)), claim("c", range(4, 8.7))])).toEqual([]);
  });

  it("writes one entry per disagreement, not one per pair, with every side in it", () => {
    const sources = ["a", "b", "c", "d"].map((id) => source(id));
    const [entry, ...more] = detect([fact()], sources, [
      claim("a", hours(6.2)),
      claim("b", hours(6.2)),
      claim("c", hours(17)),
      claim("d", hours(40)),
    ]);
    expect(more).toEqual([]);
    expect(labels(entry)).toEqual(["6.2 h", "17 h", "40 h"]);
    expect(entry).toMatchObject({ kind: "value", severity: "major", status: "open", winner: null, strategy: "interval" });
    expect(entry?.sides[0]?.sourceIds).toEqual(["a", "b"]);
    expect(said(entry)).toBe("The papers differ: 6.2 h from 2 voices, 17 h from 1 voice and 40 h from 1 voice.");
    conflictSchema.omit({ id: true }).parse(entry);
  });

  it("names a range that overlaps both sides instead of counting it for one", () => {
    const sources = ["a", "b", "c"].map((id) => source(id));
    const [entry] = detect([fact()], sources, [claim("a", hours(18)), claim("b", hours(36)), claim("c", range(15, 40))]);
    expect(entry?.sides.map((side) => side.sourceIds)).toEqual([["a"], ["b"]]);
    expect(said(entry)).toContain("15–40 h overlaps more than one of them.");
  });

  it("does not hold a voice against itself, nor a copy against its original", () => {
    const sources = [source("a", { voice: "v" }), source("b", { voice: "v" }), source("c")];
    expect(detect([fact()], sources, [claim("a", hours(6)), claim("b", hours(17))])).toEqual([]);
    expect(detect([fact()], sources, [claim("a", hours(6)), claim("a", hours(17)), claim("c", hours(6))])).toEqual([]);
  });

  it("sets values of different conditions apart and names the condition", () => {
    const sources = [source("a", { voice: "v" }), source("b")];
    const blood = claim("a", hours(17.6), { matrix: "whole blood" });
    for (const other of [claim("a", hours(6.2), { matrix: "plasma" }), claim("b", hours(6.2), { matrix: "plasma" })]) {
      const [entry, ...more] = detect([fact()], sources, [other, blood]);
      expect(more).toEqual([]);
      expect(entry).toMatchObject({ kind: "not_comparable", status: "set_apart", severity: "none", differing: ["matrix"], winner: null });
      expect(said(entry)).toContain("cannot be set against each other: the matrix differs.");
    }
  });

  it("says nothing of equal values under different conditions", () => {
    const sources = [source("a"), source("b")];
    expect(detect([fact()], sources, [claim("a", hours(6), { matrix: "plasma" }), claim("b", hours(6), { matrix: "whole blood" })])).toEqual([]);
  });

  it("leaves a value out of comparison whose condition only one side states, and names the missing key", () => {
    const facts = [fact({ comparability: ["route"] })];
    const [entry] = detect(facts, [source("a"), source("b")], [claim("a", hours(6), { route: "oral" }), claim("b", hours(12))]);
    expect(entry).toMatchObject({ kind: "not_comparable", status: "set_apart", unstated: ["route"] });
    expect(said(entry)).toContain("the route is not stated on every side");
  });

  it("takes what a voice gives beside another value for an alternative, not for a side", () => {
    const sources = ["us", "eu", "review"].map((id) =>
      source(id, { jurisdiction: id === "review" ? null : id.toUpperCase(), tier: id === "review" ? 4 : 1 }),
    );
    const entries = detect([maximum()], sources, [dose("us", 2550), dose("eu", 3000), dose("review", 2550), dose("review", 3000)]);
    expect(entries.map((entry) => [entry.kind, entry.status])).toEqual([["jurisdiction_difference", "set_apart"]]);
  });

  it("does not set results of studies against each other that may be different studies", () => {
    const facts = [fact({ name: "risk", label: "Relative risk", unit: "1", comparability: ["study"] })];
    const of = (id: string, value: number, study?: string) => claim(id, hours(value, { unit: "1" }), study ? { study } : {}, { attribute: "risk" });
    const sources = [source("a"), source("b")];
    expect(detect(facts, sources, [of("a", 0.6), of("b", 1.2)])[0]).toMatchObject({ kind: "not_comparable", unstated: ["study"] });
    expect(detect(facts, sources, [of("a", 0.6, "NCT1"), of("b", 1.2, "NCT1")])[0]).toMatchObject({ kind: "value", status: "open" });
  });

  it("keeps the arms of a trial and the members of a union apart", () => {
    const facts = [
      fact({ name: "incidence", label: "Incidence", kind: "incidence", unit: "%", comparability: ["arm"] }),
      fact({ name: "application", label: "Application", kind: "identifier", comparability: [], strategy: "set_union" }),
    ];
    const of = (id: string, value: number, arm: string) => claim(id, hours(value, { unit: "%" }), { arm }, { attribute: "incidence" });
    const numbered = (id: string, value: string) => claim(id, term(value), {}, { attribute: "application" });
    const claims = [of("a", 53, "treatment"), of("b", 12, "placebo"), numbered("a", "NDA000001"), numbered("b", "NDA000002")];
    expect(detect(facts, [source("a"), source("b")], claims)).toEqual([]);
  });

  it("gives the units as the reason where they do not convert, and only the conditions that a whole side shares", () => {
    const sources = [source("us", { jurisdiction: "US" }), source("ca", { jurisdiction: "CA" }), source("eu", { jurisdiction: "EU" })];
    const weight = claim("eu", hours(40, { unit: "mg/kg/d" }), {}, { attribute: "max_dose" });
    const [entry] = detect([maximum()], sources, [dose("us", 2550), dose("ca", 2550), weight]);
    expect(labels(entry)).toEqual(["2550 mg/d", "40 mg/kg/d (EU)"]);
    expect(said(entry)).toContain("they are measured in units that do not convert into each other.");
  });

  it("explains a disagreement of unqualified claims by the condition their companions state", () => {
    const sources = ["label", "study", "page", "blog"].map((id) => source(id));
    const entries = detect([fact()], sources, [
      claim("label", hours(6.2), { matrix: "plasma" }),
      claim("page", hours(6.2)),
      claim("study", hours(17.6), { matrix: "whole blood" }),
      claim("blog", hours(17.6)),
    ]);
    expect(entries.map((entry) => [entry.kind, entry.differing])).toEqual([["not_comparable", ["matrix"]]]);
  });

  it("keeps differing agencies side by side, by the jurisdiction of their sources", () => {
    const sources = [source("us", { tier: 1, jurisdiction: "US" }), source("eu", { tier: 1, jurisdiction: "EU" })];
    const [entry, ...more] = detect([maximum()], sources, [dose("us", 2550), dose("eu", 3000)]);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: "jurisdiction_difference", status: "set_apart", differing: ["jurisdiction"] });
    expect(said(entry)).toBe(
      "The official sources give 2550 mg/d (US) and 3000 mg/d (EU); the agencies differ, and each value holds in its own jurisdiction.",
    );
  });

  it("decides within one jurisdiction by rank and then by date", () => {
    const sources = [source("old", { tier: 1, jurisdiction: "US", date: "2015" }), source("new", { tier: 1, jurisdiction: "US", date: "2024-05" })];
    const [entry] = detect([maximum()], sources, [dose("old", 2550), dose("new", 2000)]);
    expect(entry).toMatchObject({ status: "resolved", strategy: "jurisdiction_scoped" });
    expect(labels(entry)?.[entry?.winner ?? -1]).toBe("2000 mg/d (US)");
  });

  it("lets a successor stand against the edition it replaces, though their texts are one voice", () => {
    const sources = [source("old", { voice: "label", superseded: true, date: "2014" }), source("new", { voice: "label", date: "2023" })];
    const [entry] = detect([fact()], sources, [claim("old", hours(4)), claim("new", hours(6))]);
    expect(entry).toMatchObject({ status: "resolved", strategy: "newest_effective" });
    expect(labels(entry)?.[entry?.winner ?? -1]).toBe("6 h");
  });

  it("never decides a safety fact, and names the most cautious side", () => {
    const sources = [
      source("a", { tier: 1, jurisdiction: "US" }),
      source("b", { jurisdiction: "US" }),
      source("old", { jurisdiction: "US", superseded: true }),
    ];
    for (const strategy of ["strictest_safety", "authority", "newest_effective", "jurisdiction_scoped", "source_of_record"] as const) {
      const [entry] = detect([maximum({ safety: true, strategy })], sources, [dose("a", 2550), dose("b", 2000), dose("old", 3000)]);
      expect(entry).toMatchObject({ status: "open", winner: null, severity: "critical" });
      expect(entry?.rationale.replaceAll("\u00a0", " ")).toContain("The most cautious reading is 2000 mg/d");
    }
  });

  it("suspects a slip of the unit and leaves it open", () => {
    const [entry] = detect(
      [fact()],
      [source("a", { tier: 1 }), source("b")],
      [claim("a", hours(6)), claim("b", hours(6, { unit: "min" }))],
      "authority",
    );
    expect(entry).toMatchObject({ kind: "unit_slip", status: "open", severity: "major" });
    expect(said(entry)).toContain("by a factor of 60");
  });

  it("finds no conflict in a set but an express denial", () => {
    const facts = [fact({ name: "enzymes", label: "Enzymes", kind: "set", strategy: "set_union", comparability: [] })];
    const of = (id: string, value: string, polarity: Claim["polarity"] = "affirmed") =>
      claim(id, term(value), {}, { attribute: "enzymes", polarity });
    const sources = [source("a"), source("b"), source("c")];
    expect(detect(facts, sources, [of("a", "CYP3A4"), of("b", "CYP2C9")])).toEqual([]);
    const [entry, ...more] = detect(facts, sources, [of("a", "CYP3A4"), of("c", "CYP3A4"), of("b", "CYP3A4", "denied"), of("b", "CYP2C9")]);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: "set", status: "open" });
    expect(said(entry)).toBe('2 papers say "CYP3A4" but 1 paper says "not CYP3A4".');
  });

  it("compares incidence term by term", () => {
    const facts = [fact({ name: "incidence", label: "Incidence", kind: "incidence", unit: "%", comparability: ["term"] })];
    const of = (id: string, value: number, termName: string) =>
      claim(id, hours(value, { unit: "%" }), { term: termName }, { attribute: "incidence" });
    const entries = detect(
      facts,
      [source("a"), source("b")],
      [of("a", 53, "diarrhoea"), of("b", 10, "Diarrhoea"), of("a", 25, "nausea"), of("b", 24.8, "nausea")],
    );
    expect(entries).toHaveLength(1);
    expect(said(entries[0])).toMatch(/^For diarrhoea, the papers differ:/);
  });

  it("tells dates, statuses and yes-or-no apart", () => {
    const facts = [
      fact({ name: "approved", label: "First approval", kind: "date", comparability: [], strategy: "source_of_record" }),
      fact({ name: "status", label: "Status", kind: "enumeration", comparability: [], strategy: "newest_effective" }),
      fact({ name: "boxed", label: "Boxed warning", kind: "boolean", comparability: [], safety: true }),
    ];
    const on = (day: string, precision: "day" | "year" = "day"): ClaimValue => ({
      kind: "date",
      earliest: precision === "day" ? day : `${day}-01-01`,
      latest: precision === "day" ? day : `${day}-12-31`,
      precision,
    });
    const sources = [source("register", { tier: 1, date: "2020" }), source("review", { date: "2021" }), source("page", { tier: 10, date: "2019" })];
    const entries = detect(facts, sources, [
      claim("register", on("1995-03-03"), {}, { attribute: "approved", extractor: "api" }),
      claim("review", on("1994-12-29"), {}, { attribute: "approved" }),
      claim("page", on("1995", "year"), {}, { attribute: "approved" }),
      claim("register", term("withdrawn"), {}, { attribute: "status" }),
      claim("review", term("approved"), {}, { attribute: "status" }),
      claim("register", { kind: "boolean", value: true }, {}, { attribute: "boxed" }),
      claim("review", { kind: "boolean", value: false }, {}, { attribute: "boxed" }),
    ]);
    expect(entries.map((entry) => [entry.kind, entry.status, entry.severity])).toEqual([
      ["date", "resolved", "major"],
      ["status", "resolved", "major"],
      ["polarity", "open", "critical"],
    ]);
    expect(labels(entries[0])).toContain("3 March 1995");
    expect(labels(entries[1])?.[entries[1]?.winner ?? -1]).toBe("approved");
    expect(entries[2]?.rationale).toContain("The most cautious reading is yes.");
  });

  it("does not depend on the order of claims and sources, and never drops a side", () => {
    const sources = ["a", "b", "c", "d", "e"].map((id, index) =>
      source(id, { tier: 1 + index, voice: index === 4 ? "d" : id, date: `20${10 + index}` }),
    );
    const claims = [
      claim("a", hours(6.2), { matrix: "plasma" }),
      claim("b", hours(17.6), { matrix: "whole blood" }),
      claim("c", hours(9)),
      claim("d", hours(6.2)),
      claim("e", range(3, 20)),
      claim("e", hours(370, { unit: "min" })),
      claim("b", hours(6.6)),
    ];
    const expected = detect([fact()], sources, claims, "authority");
    expect(expected.length).toBeGreaterThan(0);
    const sorted = (entries: DetectedConflict[]) =>
      entries.map((entry) => ({
        ...entry,
        sides: entry.sides.map((side) => ({ ...side, claimIds: [...side.claimIds].sort(), sourceIds: [...side.sourceIds].sort() })),
      }));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(claims, { minLength: claims.length }),
        fc.shuffledSubarray(sources, { minLength: sources.length }),
        (shuffledClaims, shuffledSources) => {
          expect(sorted(detect([fact()], shuffledSources, shuffledClaims, "authority"))).toEqual(sorted(expected));
        },
      ),
      { numRuns: 60 },
    );
  });
});
