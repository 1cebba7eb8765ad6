import { describe, expect, it } from "vitest";
import { type ConflictStrategy, type FactInput, factSchema } from "../../../categories/schema";
import type { Claim, ClaimValue } from "../../../claims/schema";
import { positionsOf, sidesOf } from "../sides";
import { type LedgerSource, witnessOf } from "../witness";
import { mostCautious } from "./most-cautious";
import { resolveDisagreement } from "./resolve";

const fact = (changes: Partial<FactInput> = {}) => factSchema.parse({ name: "f", label: "F", kind: "quantity", unit: "h", ...changes });
type Speaker = Partial<LedgerSource> & { readonly extractor?: Claim["extractor"] };
/** One side per value, spoken by the sources given for it. */
const sidesBy = (values: readonly (readonly [ClaimValue, readonly Speaker[], Claim["polarity"]?])[]) => {
  const witnesses = values.flatMap(([value, speakers, polarity], v) =>
    speakers.map(({ extractor, ...about }, s) => {
      const id = `s${v}${s}`;
      const source: LedgerSource = { id, tier: 4, date: null, jurisdiction: null, superseded: false, voice: id, publisher: null, ...about };
      const place = { quote: "", start: 0, end: 0, raw: "", page: null, hedged: false };
      return witnessOf(
        {
          id: `c${v}${s}`,
          sourceId: id,
          attribute: "f",
          value,
          qualifiers: {},
          polarity: polarity ?? "affirmed",
          extractor: extractor ?? "rule",
          ...place,
        },
        source,
      );
    }),
  );
  // Positions with equal content already stand together; every other pair is a disagreement here.
  return sidesOf(positionsOf(witnesses, fact()), () => null, fact()).sides.sort((a, b) =>
    (a.sources[0]?.id ?? "").localeCompare(b.sources[0]?.id ?? ""),
  );
};
const hours = (value: number, unit = "h"): ClaimValue => ({ kind: "quantity", value, op: "=", approx: false, unit, unitAssumed: false });
const winner = (strategy: ConflictStrategy, a: readonly Speaker[], b: readonly Speaker[], changes: Partial<FactInput> = {}) => {
  const ruling = resolveDisagreement({
    fact: fact(changes),
    strategy,
    kind: "value",
    sides: sidesBy([
      [hours(1), a],
      [hours(2), b],
    ]),
  });
  expect(ruling.rationale).toMatch(/^[A-Z0-9].+\.$/);
  return ruling.winner;
};

describe("retracted work", () => {
  const taken: Speaker = { tier: 1, retracted: true };

  it("never wins against a side that rests on more, whatever its rank", () => {
    expect(winner("authority", [taken], [{ tier: 10 }])).toBe(1);
    expect(winner("authority", [taken, { tier: 1 }], [{ tier: 10 }])).toBe(0);
    expect(winner("authority", [taken], [taken])).toBeNull();
  });

  it("decides nothing about a safety fact, yet is named", () => {
    const ruling = resolveDisagreement({
      fact: fact({ safety: true }),
      strategy: "authority",
      kind: "value",
      sides: sidesBy([
        [hours(1), [taken]],
        [hours(2), [{ tier: 4 }]],
      ]),
    });
    expect(ruling.winner).toBeNull();
    expect(ruling.rationale).toMatch(/1\sh rests only on work that was retracted\.$/);
  });

  it("is left out where the others still disagree", () => {
    const ruling = resolveDisagreement({
      fact: fact(),
      strategy: "authority",
      kind: "value",
      sides: sidesBy([
        [hours(1), [taken]],
        [hours(2), [{ tier: 4 }]],
        [hours(3), [{ tier: 1 }]],
      ]),
    });
    expect(ruling.winner).toBe(2);
    expect(ruling.rationale).toMatch(/1 side on retracted work only was not weighed\.$/);
  });
});

describe("each strategy", () => {
  it("source_of_record follows the register's own field, then an official text, then a registry record", () => {
    expect(winner("source_of_record", [{ tier: 1 }], [{ tier: 1, extractor: "api" }])).toBe(1);
    expect(winner("source_of_record", [{ tier: 1 }], [{ tier: 4 }])).toBe(0);
    expect(winner("source_of_record", [{ tier: 4 }], [{ tier: 5 }])).toBe(1);
    expect(winner("source_of_record", [{ tier: 1 }], [{ tier: 1 }])).toBeNull();
    expect(winner("source_of_record", [{ tier: 4 }], [{ tier: 10 }])).toBeNull();
  });

  it("authority follows the best tier, and leaves equal tiers open", () => {
    expect(winner("authority", [{ tier: 4 }, { tier: 2 }], [{ tier: 3 }])).toBe(0);
    expect(winner("authority", [{ tier: 3 }], [{ tier: 3 }, { tier: 4 }])).toBeNull();
  });

  it("newest_effective follows the later date only beyond the precision stated", () => {
    expect(winner("newest_effective", [{ date: "2020-05" }], [{ date: "2021" }])).toBe(1);
    expect(winner("newest_effective", [{ date: "2020-05" }], [{ date: "2020" }])).toBeNull();
    expect(winner("newest_effective", [{ date: "2020-05" }], [{ date: null }])).toBeNull();
  });

  it("interval decides nothing by rank", () => {
    expect(winner("interval", [{ tier: 1 }], [{ tier: 10 }])).toBeNull();
  });

  it("strictest_safety shows the most cautious, unless the fact is marked as safety", () => {
    expect(winner("strictest_safety", [{}], [{}], { cautious: "higher" })).toBe(1);
    expect(winner("strictest_safety", [{}], [{}])).toBeNull();
    expect(winner("strictest_safety", [{}], [{}], { cautious: "higher", safety: true })).toBeNull();
  });

  it("evidence_level ranks designs by title where the tier does not tell, and flags registry against paper", () => {
    expect(winner("evidence_level", [{ title: "A retrospective cohort" }], [{ title: "A randomized double-blind trial" }])).toBe(1);
    expect(winner("evidence_level", [{ tier: 3 }], [{ title: "A randomised trial" }])).toBe(0);
    expect(winner("evidence_level", [{ title: "A case report" }], [{}])).toBe(0);
    expect(winner("evidence_level", [{ tier: 5 }], [{ tier: 4, title: "A randomised trial" }])).toBeNull();
  });

  it("weighted_consensus needs two thirds of the weight and two voices, and counts copies once", () => {
    expect(winner("weighted_consensus", [{}, {}, {}], [{}])).toBe(0);
    expect(winner("weighted_consensus", [{}, {}], [{}, {}])).toBeNull();
    expect(winner("weighted_consensus", [{ tier: 1 }], [{ tier: 9 }])).toBeNull();
    expect(winner("weighted_consensus", [{ voice: "one" }, { voice: "one" }, { voice: "one" }], [{}])).toBeNull();
  });

  it("set_union, tradition_scoped and manual never decide", () => {
    for (const strategy of ["set_union", "tradition_scoped", "manual"] as const)
      expect(winner(strategy, [{ tier: 1 }, {}], [{ tier: 10 }])).toBeNull();
  });

  it("leaves replaced editions out of the weighing, and decides against them where nothing else stands", () => {
    const sides = sidesBy([
      [hours(1), [{ tier: 1, superseded: true }]],
      [hours(2), [{ tier: 4 }]],
      [hours(3), [{ tier: 7 }]],
    ]);
    const ruling = resolveDisagreement({ fact: fact(), strategy: "authority", kind: "value", sides });
    expect(ruling).toMatchObject({ winner: 1, strategy: "authority" });
    expect(ruling.rationale).toContain("1 side on replaced editions only was not weighed.");
    expect(resolveDisagreement({ fact: fact(), strategy: "interval", kind: "value", sides: sides.slice(0, 2) })).toMatchObject({
      winner: 1,
      strategy: "newest_effective",
    });
    expect(resolveDisagreement({ fact: fact(), strategy: "manual", kind: "value", sides: sides.slice(0, 2) }).winner).toBeNull();
  });
});

describe("the most cautious side", () => {
  const pair = (a: number, b: number, unit: string) =>
    sidesBy([
      [hours(a, unit), [{}]],
      [hours(b, unit), [{}]],
    ] as const);
  it("is the lower dose and the higher cut-off, by unit where the fact does not say", () => {
    expect(mostCautious(fact({ unit: "mg/d" }), pair(2000, 2550, "mg/d"))).toBe(0);
    expect(mostCautious(fact({ unit: "mL/min/{1.73_m2}" }), pair(30, 45, "mL/min/{1.73_m2}"))).toBe(1);
    expect(mostCautious(fact({ unit: "h" }), pair(30, 45, "h"))).toBeNull();
    expect(mostCautious(fact({ unit: "mg/d", cautious: "higher" }), pair(2000, 2550, "mg/d"))).toBe(1);
  });

  it("is the stated warning", () => {
    const yes: ClaimValue = { kind: "boolean", value: true };
    expect(
      mostCautious(
        fact({ kind: "boolean" }),
        sidesBy([
          [{ kind: "boolean", value: false }, [{}]],
          [yes, [{}]],
        ]),
      ),
    ).toBe(1);
    expect(
      mostCautious(
        fact({ kind: "set" }),
        sidesBy([
          [{ kind: "term", value: "x" }, [{}], "denied"],
          [{ kind: "term", value: "x" }, [{}]],
        ]),
      ),
    ).toBe(1);
  });

  it("cannot be told across units", () => {
    expect(
      mostCautious(
        fact({ unit: "mg/d" }),
        sidesBy([
          [hours(1, "g/d"), [{}]],
          [hours(2000, "mg/d"), [{}]],
        ]),
      ),
    ).toBeNull();
  });
});
