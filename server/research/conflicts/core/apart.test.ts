// What is no disagreement: a salt beside its base, a figure without its unit; and how the ledger says so.
import { describe, expect, it } from "vitest";
import { type Fact, factSchema } from "../../categories/schema";
import type { Claim, Qualifiers } from "../../claims/schema";
import { detectConflicts } from "./detect";
import type { LedgerSource } from "./witness";

const factOf = (more: Partial<Fact>) =>
  factSchema.parse({
    name: "f",
    label: "F",
    kind: "quantity",
    unit: "g/mol",
    comparability: ["analyte"],
    tolerance: { rounding: 0.005, minor: 0.02 },
    ...more,
  });
let made = 0;
const claim = (sourceId: string, value: number, unit: string, qualifiers: Qualifiers = {}): Claim => ({
  id: `c${++made}`,
  sourceId,
  page: null,
  attribute: "f",
  value: { kind: "quantity", value, op: "=", approx: false, unit, unitAssumed: false },
  qualifiers,
  polarity: "affirmed",
  hedged: false,
  raw: String(value),
  quote: `${sourceId} ${value}`,
  start: made * 10,
  end: made * 10 + 5,
  extractor: "rule",
});
const ledger = (fact: Fact, claims: readonly Claim[]) => {
  const sources = [...new Set(claims.map((one) => one.sourceId))].map(
    (id): LedgerSource => ({ id, tier: 1, date: null, jurisdiction: null, superseded: false, voice: id, publisher: null }),
  );
  return detectConflicts({ facts: [fact], claims, sources, categoryStrategy: "authority", comparabilityOfCategory: [] });
};

describe("set apart", () => {
  it("is a salt from its base", () => {
    const found = ledger(factOf({}), [
      claim("a", 165.6, "g/mol", { analyte: "zelorin hydrochloride" }),
      claim("b", 129, "g/mol", { analyte: "zelorin" }),
    ]);
    expect(found.map(({ status, differing }) => [status, differing])).toEqual([["set_apart", ["analyte"]]]);
  });

  it("is a figure without its unit, and it is no difference where the figures agree", () => {
    expect(ledger(factOf({}), [claim("a", 459.5, "g/mol"), claim("b", 459.5, "1")])).toEqual([]);
    const [entry] = ledger(factOf({}), [claim("a", 459.5, "g/mol"), claim("b", 129, "1")]);
    expect(entry?.statement).toMatch(/cannot be set against each other: the unit is not stated on every side\.$/);
    const [named] = ledger(factOf({}), [claim("a", 459.5, "1"), claim("b", 459.5, "1"), claim("c", 459.6, "g/mol"), claim("d", 129, "g/mol")]);
    expect(named?.sides.map((side) => side.label.replace(/\s/g, " "))).toContain("459.6 g/mol");
    expect(entry?.rationale).toBe("Comparability first: The unit is not stated on every side.");
  });

  it("is what a text gives for one phase from what another, naming none, gives as that text does for its other phase", () => {
    const fact = factOf({ unit: "h", comparability: ["phase"] });
    const wide = claim("a", 40, "h", { phase: "effective" });
    const label = [
      claim("a", 168, "h"),
      { ...wide, value: { ...wide.value, kind: "quantity" as const, value: undefined, low: 20, high: 60 } as Claim["value"] },
    ];
    const between = (value: number) => ledger(fact, [...label, claim("b", 38, "h", { phase: "elimination" }), claim("c", value, "h")]);
    const weeks = (value: number) => between(value).filter(({ statement, status }) => statement.includes("168") && status !== "set_apart");
    expect(weeks(50)).toEqual([]);
    expect(weeks(90)).toHaveLength(1);
  });
});

it("the statement says once what all sides share", () => {
  const fact = factOf({ unit: "%", comparability: ["term", "arm", "form"] });
  const [entry] = ledger(fact, [
    claim("a", 53, "%", { term: "diarrhea", arm: "treatment", form: "tablet" }),
    claim("b", 10, "%", { term: "diarrhea", form: "capsule" }),
  ]);
  expect(entry?.statement).toMatch(/^For diarrhea, \S+ \(capsule\) and \S+ \(tablet\) cannot/);
});
