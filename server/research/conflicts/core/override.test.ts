import { describe, expect, it } from "vitest";
import type { Claim } from "../../claims/schema";
import type { DetectedConflict } from "../schema";
import { fingerprintOf } from "./fingerprint";
import { aboutOtherClaims, inForce, ruledOn, withoutRuling } from "./override";

const claim = (id: string, sourceId: string, hours: number, qualifiers: Claim["qualifiers"] = {}): Claim => ({
  id,
  sourceId,
  attribute: "half_life",
  value: { kind: "quantity", value: hours, op: "=", approx: false, unit: "h", unitAssumed: false },
  qualifiers,
  polarity: "affirmed",
  hedged: false,
  raw: `${hours} h`,
  quote: `It is ${hours} h.`,
  start: 0,
  end: 10,
  page: null,
  extractor: "rule",
});
const entry = (...sides: string[][]): DetectedConflict => ({
  attribute: "half_life",
  kind: "value",
  severity: "critical",
  status: "open",
  strategy: "strictest_safety",
  sides: sides.map((claimIds) => ({ claimIds, sourceIds: ["s"], label: `${claimIds[0]}` })),
  winner: null,
  statement: "They differ.",
  rationale: "A safety fact is never decided automatically.",
  differing: [],
  unstated: [],
});
const claims = (...list: Claim[]) => new Map(list.map((each) => [each.id, each]));
const keys = new Map([
  ["s", "doi:10.1/a"],
  ["t", "doi:10.1/b"],
  ["s2", "doi:10.1/a"],
]);
const marksOf = (conflict: DetectedConflict, known: ReadonlyMap<string, Claim>) => fingerprintOf(conflict, known, keys);

describe("the fingerprint of a disagreement", () => {
  const first = marksOf(entry(["a", "b"], ["c"]), claims(claim("a", "s", 6), claim("b", "t", 6), claim("c", "t", 14, { matrix: "plasma" })));

  it("is the same whatever ids, offsets and order its claims have", () => {
    const again = { ...claim("z", "s2", 6), start: 400, end: 410, quote: "Another cut of the text." };
    const other = marksOf(entry(["y"], ["x", "z"]), claims(again, claim("x", "t", 6), claim("y", "t", 14, { matrix: "plasma" })));
    expect(other.fingerprint).toBe(first.fingerprint);
    expect(other.sides.map((side) => side.fingerprint)).toEqual(first.sides.map((side) => side.fingerprint).reverse());
  });

  it.each([
    ["a value", claim("c", "t", 15, { matrix: "plasma" })],
    ["a condition", claim("c", "t", 14, { matrix: "blood" })],
    ["the source", claim("c", "s", 14, { matrix: "plasma" })],
    ["the polarity", { ...claim("c", "t", 14, { matrix: "plasma" }), polarity: "denied" as const }],
  ])("is another one when %s of a claim is", (_, changed) => {
    expect(marksOf(entry(["a", "b"], ["c"]), claims(claim("a", "s", 6), claim("b", "t", 6), changed)).fingerprint).not.toBe(first.fingerprint);
  });
});

describe("a ruling by hand", () => {
  const conflict = entry(["a"], ["c"]);
  const marks = marksOf(conflict, claims(claim("a", "s", 6), claim("c", "t", 14)));
  const ruling = { id: "r", attribute: "half_life", fingerprint: marks.fingerprint, sides: [...marks.sides] };

  it("decides what no rule may: a safety fact, and is undone without a trace in the entry", () => {
    const ruled = ruledOn(conflict, marks, { ...ruling, ruling: "winner", winner: marks.sides[1]?.fingerprint ?? "" });
    expect(ruled).toMatchObject({ status: "resolved", winner: 1, rationale: expect.stringContaining("Decided by hand: c stands.") });
    expect(withoutRuling(ruled)).toEqual(conflict);
    expect(ruledOn(ruled, marks, undefined)).toEqual(conflict);
  });

  it("never holds for other claims, nor for a side that is gone", () => {
    expect(ruledOn(conflict, marks, { ...ruling, fingerprint: "other", ruling: "set_apart", winner: null })).toEqual(conflict);
    expect(ruledOn(conflict, marks, { ...ruling, ruling: "winner", winner: "gone" })).toEqual(conflict);
  });

  it("made twice counts as made last, and taken back as never made", () => {
    const history = [
      { ...ruling, id: "1", ruling: "open" as const, winner: null },
      { ...ruling, id: "2", ruling: "set_apart" as const, winner: null },
    ];
    expect(inForce(history).get(marks.fingerprint)?.id).toBe("2");
    expect(aboutOtherClaims(history, new Set()).map(({ id }) => id)).toEqual(["2"]);
    expect(aboutOtherClaims(history, new Set([marks.fingerprint]))).toEqual([]);
    expect(inForce([...history, { ...ruling, id: "3", ruling: "strategy" as const, winner: null }]).size).toBe(0);
  });
});
