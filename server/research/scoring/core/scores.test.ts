import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rung, RungState } from "../../verification/schema";
import { scoreSchema } from "../schema";
import { scoreConfidence } from "./confidence";
import type { ScoredSource, ScoreInput } from "./evidence";
import { scoreQuality } from "./quality";
import { confidenceWeights, qualityWeights } from "./weights";

const criteria = { minIndependentSources: 2, minTier: 8, mustAnchorQuote: true, maxAgeDays: 2000 };
const good = {
  resolved: "passed",
  identified: "passed",
  alive: "passed",
  not_retracted: "passed",
  quote_anchored: "passed",
  supports: "passed",
} as const;
const source = (id: string, changes: Partial<ScoredSource> = {}): ScoredSource => ({
  id,
  tier: 1,
  date: "2025-06",
  voice: id,
  superseded: false,
  rungs: good,
  ...changes,
});
const input = (changes: Partial<ScoreInput> = {}): ScoreInput => ({
  claims: [
    { attribute: "half_life", sourceIds: ["a"] },
    { attribute: "half_life", sourceIds: ["b"] },
    { attribute: "tmax", sourceIds: ["a"], hedged: true },
  ],
  sources: [source("a"), source("b", { tier: 4 })],
  conflicts: [],
  published: 6,
  withheld: 0,
  criteria,
  today: "2026-03-01",
  ...changes,
});

const rungState = fc.constantFrom<RungState>("passed", "failed", "unknown", "not_reached");
const rungNames: Rung[] = ["resolved", "identified", "alive", "not_retracted", "quote_anchored", "supports"];
const anySource = fc.record({
  tier: fc.integer({ min: 1, max: 10 }),
  date: fc.option(fc.constantFrom("2026-02-01", "2024-05", "2019", "1999-01-01", "nonsense"), { nil: null }),
  voice: fc.constantFrom("v1", "v2", "v3", "v4"),
  superseded: fc.boolean(),
  rungs: fc
    .tuple(...rungNames.map(() => fc.oneof({ weight: 5, arbitrary: fc.constant<RungState>("passed") }, rungState)))
    .map((states) => Object.fromEntries(rungNames.map((name, i) => [name, states[i]]))),
});
const anyInput: fc.Arbitrary<ScoreInput> = fc
  .record({
    sources: fc.array(anySource, { maxLength: 8 }).map((list) => list.map((one, index) => ({ ...one, id: `s${index}` }))),
    claims: fc.array(
      fc.record({
        attribute: fc.constantFrom("f1", "f2", "f3", "f4"),
        sourceIds: fc.array(
          fc.integer({ min: 0, max: 7 }).map((n) => `s${n}`),
          { minLength: 1, maxLength: 3 },
        ),
        hedged: fc.boolean(),
        evidence: fc.option(fc.constantFrom("v1", "pmid:1", "pmid:2"), { nil: undefined }),
      }),
      { maxLength: 12 },
    ),
    conflicts: fc.array(
      fc.record({
        attribute: fc.constantFrom("f1", "f2", "f3"),
        status: fc.constantFrom("open" as const, "resolved" as const, "set_apart" as const),
      }),
      { maxLength: 3 },
    ),
    published: fc.integer({ min: 0, max: 20 }),
    withheld: fc.integer({ min: 0, max: 6 }),
    mustAnchorQuote: fc.boolean(),
    maxAgeDays: fc.option(fc.integer({ min: 100, max: 4000 }), { nil: undefined }),
  })
  .map(({ mustAnchorQuote, maxAgeDays, ...rest }) => ({
    ...rest,
    criteria: { minIndependentSources: 2, minTier: 5, mustAnchorQuote, maxAgeDays },
    today: "2026-03-01",
  }));

type Degrade = (given: ScoreInput, index: number) => ScoreInput;
const atSource = (given: ScoreInput, index: number, change: (one: ScoredSource) => ScoredSource): ScoreInput => ({
  ...given,
  sources: given.sources.map((one, i) => (i === index % Math.max(1, given.sources.length) ? change(one) : one)),
});
const degradations: Record<string, Degrade> = {
  "removing a source": (given, index) => ({ ...given, sources: given.sources.filter((_, i) => i !== index % Math.max(1, given.sources.length)) }),
  "removing a claim": (given, index) => ({ ...given, claims: given.claims.filter((_, i) => i !== index % Math.max(1, given.claims.length)) }),
  "removing a sentence": (given) => ({ ...given, published: Math.max(0, given.published - 1) }),
  "withholding a sentence": (given) => (given.published === 0 ? given : { ...given, published: given.published - 1, withheld: given.withheld + 1 }),
  "a worse tier": (given, index) => atSource(given, index, (one) => ({ ...one, tier: Math.min(10, one.tier + 1 + (index % 4)) })),
  "losing the date": (given, index) => atSource(given, index, (one) => ({ ...one, date: null })),
  "an older date": (given, index) => atSource(given, index, (one) => ({ ...one, date: one.date === null ? null : "1990" })),
  "being replaced": (given, index) => atSource(given, index, (one) => ({ ...one, superseded: true })),
  "failing a rung": (given, index) =>
    atSource(given, index, (one) => ({ ...one, rungs: { ...one.rungs, [rungNames[index % rungNames.length] ?? "alive"]: "failed" } })),
  "an unknown rung": (given, index) =>
    atSource(given, index, (one) => {
      const rung = rungNames[index % rungNames.length] ?? "alive";
      return one.rungs[rung] === "passed" ? { ...one, rungs: { ...one.rungs, [rung]: "unknown" } } : one;
    }),
  "a rung left open": (given, index) =>
    atSource(given, index, (one) => {
      const rung = rungNames[index % rungNames.length] ?? "alive";
      return one.rungs[rung] === "passed" ? { ...one, rungs: { ...one.rungs, [rung]: "not_reached" } } : one;
    }),
  "claims turning out to quote one work": (given) => ({
    ...given,
    claims: given.claims.map((claim) => (claim.evidence?.startsWith("pmid:") ? { ...claim, evidence: "pmid:1" } : claim)),
  }),
  "hedging a claim": (given, index) => ({
    ...given,
    claims: given.claims.map((claim, i) => (i === index % Math.max(1, given.claims.length) ? { ...claim, hedged: true } : claim)),
  }),
  "two voices turning out to be one": (given, index) => ({
    ...given,
    sources: given.sources.map((one) => (one.voice === `v${1 + (index % 4)}` ? { ...one, voice: "v1" } : one)),
  }),
  "one more open conflict": (given) => ({ ...given, conflicts: [...given.conflicts, { attribute: "f4", status: "open" }] }),
  "adding a copy": (given, index) => {
    const original = given.sources[index % Math.max(1, given.sources.length)];
    if (!original) return given;
    return {
      ...given,
      sources: [...given.sources, { ...original, id: "copy" }],
      claims: given.claims.map((claim) => (claim.sourceIds.includes(original.id) ? { ...claim, sourceIds: [...claim.sourceIds, "copy"] } : claim)),
    };
  },
};

describe("scores", () => {
  it.each(Object.entries(degradations))("are never raised by %s", (_name, degrade) => {
    fc.assert(
      fc.property(anyInput, fc.nat(50), (given, index) => {
        const worse = degrade(given, index);
        expect(scoreConfidence(worse).value).toBeLessThanOrEqual(scoreConfidence(given).value);
        expect(scoreQuality(worse).value).toBeLessThanOrEqual(scoreQuality(given).value);
      }),
      { numRuns: 400 },
    );
  });

  it("are valid and the sum of their signals for any input", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        for (const score of [scoreConfidence(given), scoreQuality(given)]) {
          scoreSchema.parse(score);
          const sum = score.signals.reduce((total, { points }) => total + points, 0);
          expect(Math.abs(Math.max(0, sum) - score.value)).toBeLessThanOrEqual(0.51);
          for (const { points, weight, value } of score.signals) expect(points).toBeCloseTo(weight * value, 9);
        }
      }),
    );
  });

  it("give nothing for nothing", () => {
    const empty = input({ claims: [], sources: [], published: 0 });
    expect(scoreConfidence(empty).value).toBe(0);
    expect(scoreQuality(empty).value).toBe(0);
  });

  it("say in words what was counted", () => {
    const { signals } = scoreConfidence(
      input({ sources: [source("a"), source("b", { tier: 4 }), source("c", { rungs: { ...good, alive: "failed" } }), source("d", { tier: 9 })] }),
    );
    const said = Object.fromEntries(signals.map(({ name, explanation }) => [name, explanation]));
    expect(said.independence).toBe("4 independent voices, 1 of them beyond the accepted tier at 40%; the category asks for 2, full points at 4.");
    expect(said.support).toBe("3 stated facts, each voice counted once, and 6 sentences in the text; 1 source beyond tier 8 counted at 40%.");
    expect(said.authority).toBe("The two best voices are of tier 1 and 1.");
    expect(said.verification_failures).toBe("1 of 4 sources failed verification; what it would have added is taken off.");
    expect(said.agreement).toBe("1 fact stated by more than one voice without open conflict; 0 open and 0 resolved conflicts.");
  });

  it("rank a corroborated category over a single voice, and a single voice over a disputed one", () => {
    const both = scoreConfidence(input()).value;
    const single = scoreConfidence(input({ sources: [source("a")] })).value;
    const disputed = scoreConfidence(input({ conflicts: [{ attribute: "half_life", status: "open" }] })).value;
    expect(both).toBeGreaterThan(single);
    expect(both).toBeGreaterThan(disputed);
    expect(both).toBeGreaterThan(55);
  });

  it("count notes without a stated rank for less than accepted sources, and for more than nothing", () => {
    const notes = (tier: number) => scoreConfidence(input({ sources: [source("a", { tier }), source("b", { tier })] })).value;
    expect(notes(10)).toBeGreaterThan(10);
    expect(notes(10)).toBeLessThan(notes(8) - 15);
    expect(scoreConfidence(input({ sources: [source("a"), source("b", { tier: 4 }), source("n", { tier: 10 })] })).value).toBeGreaterThanOrEqual(
      scoreConfidence(input()).value,
    );
  });

  it("do not depend on the order of providers, sources and claims", () => {
    fc.assert(
      fc.property(anyInput, fc.nat(1000), (given, seed) => {
        const turn = <T>(list: readonly T[]): T[] =>
          [...list.slice(seed % Math.max(1, list.length)), ...list.slice(0, seed % Math.max(1, list.length))].reverse();
        const turned = { ...given, sources: turn(given.sources), claims: turn(given.claims), conflicts: turn(given.conflicts) };
        expect(scoreConfidence(turned).value).toBe(scoreConfidence(given).value);
        expect(scoreQuality(turned).value).toBe(scoreQuality(given).value);
      }),
      { numRuns: 300 },
    );
  });

  it("count two reviews that quote one trial once, and a source whose address was not reached for less", () => {
    const quoting = (evidence: (id: string) => string) =>
      scoreConfidence(
        input({
          claims: ["a", "b"].map((id) => ({ attribute: "half_life", sourceIds: [id], evidence: evidence(id) })),
          sources: [source("a"), source("b")],
        }),
      ).value;
    expect(quoting(() => "pmid:1")).toBeLessThan(quoting((id) => id));
    const blocked = scoreConfidence(input({ sources: [source("a", { rungs: { ...good, alive: "unknown" } }), source("b", { tier: 4 })] }));
    expect(blocked.value).toBeLessThan(scoreConfidence(input()).value);
    expect(blocked.signals.find(({ name }) => name === "verification_failures")?.explanation).toBe(
      "None of 2 sources failed verification; 1 could not be checked to the end and counts for a little less.",
    );
  });

  it("have weights that add up to a hundred", () => {
    const { verification_failures: _failures, withheld: _withheld, ...positive } = confidenceWeights;
    const sum = (weights: Record<string, number>) => Object.values(weights).reduce((total, weight) => total + weight, 0);
    expect(sum(positive)).toBe(100);
    expect(sum(qualityWeights)).toBe(100);
  });
});
