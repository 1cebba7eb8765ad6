import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ProviderError, providerErrorKinds } from "../../providers/schema";
import { coverageSchema } from "../schema";
import { type AskedProvider, coverageOf } from "./coverage";
import { finalStatus } from "./final-status";

const error = (kind: ProviderError["kind"]): ProviderError => ({ kind, retryable: false, message: `It was ${kind}.` });
const answer = (provider: string, over: Partial<AskedProvider> = {}): AskedProvider => ({
  provider,
  status: "ok",
  sources: 0,
  error: null,
  queries: [],
  ...over,
});

const anyAnswer = (provider: string) =>
  fc.record({
    provider: fc.constant(provider),
    status: fc.constantFrom("asking" as const, "ok" as const, "partial" as const, "failed" as const, "refused" as const),
    sources: fc.integer({ min: 0, max: 3 }),
    error: fc.option(fc.constantFrom(...providerErrorKinds).map(error), { nil: null }),
    queries: fc.array(fc.constantFrom("a", "b"), { maxLength: 3 }),
  });

describe("coverage", () => {
  it("names every provider in exactly one of found, empty, blocked and skipped", () => {
    fc.assert(
      fc.property(fc.tuple(...["p1", "p2", "p3", "p4"].map(anyAnswer)), fc.integer({ min: 0, max: 4 }), fc.nat(3), (all, asked, published) => {
        const coverage = coverageOf({
          answers: all.slice(0, asked),
          skipped: all.slice(asked).map(({ provider }) => ({ provider, reason: "It cannot answer this category." })),
          published,
        });
        expect(() => coverageSchema.parse(coverage)).not.toThrow();
        const lists = [
          coverage.found.map((f) => f.provider),
          coverage.empty,
          coverage.blocked.map((b) => b.provider),
          coverage.skipped.map((s) => s.provider),
        ];
        expect(lists.flat().sort()).toEqual(["p1", "p2", "p3", "p4"]);
        expect(coverage.asked).toEqual(all.slice(0, asked).map((one) => one.provider));
        expect(new Set(coverage.queries).size).toBe(coverage.queries.length);
        // Nobody who was asked and did not answer may look as if he had found nothing.
        if (coverage.outcome === "nothing_found") expect(coverage.found.length + coverage.empty.length).toBeGreaterThan(0);
        if (coverage.outcome === "not_searched") expect(asked).toBe(0);
      }),
    );
  });

  it.each([
    ["found", [answer("a", { sources: 2 })], 3],
    ["nothing_found", [answer("a", { sources: 2 })], 0],
    ["nothing_found", [answer("a"), answer("b", { status: "failed", error: error("unreachable") })], 0],
    ["failed", [answer("a", { status: "failed", error: error("unreachable") })], 0],
    ["failed", [answer("a", { status: "failed", error: error("blocked") }), answer("b", { status: "failed", error: error("server") })], 0],
    ["blocked", [answer("a", { status: "failed", error: error("blocked") }), answer("b", { status: "failed", error: error("auth") })], 0],
    ["not_searched", [], 0],
  ])("is %s", (outcome, answers, published) => {
    expect(coverageOf({ answers, skipped: [], published }).outcome).toBe(outcome);
  });

  it("takes a provider that was never asked for skipped, whatever the others did", () => {
    const error: ProviderError = { kind: "no_credit", retryable: false, notAsked: true, message: "The cap is used up." };
    const coverage = coverageOf({ answers: [answer("a", { status: "refused", error }), answer("b", { sources: 1 })], skipped: [], published: 1 });
    expect(coverage).toMatchObject({ outcome: "found", asked: ["b"], blocked: [], skipped: [{ provider: "a", reason: "The cap is used up." }] });
    expect(coverageOf({ answers: [answer("a", { status: "refused", error })], skipped: [], published: 0 }).outcome).toBe("not_searched");
  });

  it("says why a provider did not answer", () => {
    const coverage = coverageOf({
      answers: [answer("a", { status: "failed", error: error("unreachable") }), answer("b", { status: "asking" })],
      skipped: [],
      published: 0,
    });
    expect(coverage.blocked).toEqual([
      { provider: "a", reason: "It was unreachable." },
      { provider: "b", reason: "It did not answer." },
    ]);
  });
});

describe("the status of a request", () => {
  const outcomes = fc.array(
    fc.constantFrom("found" as const, "nothing_found" as const, "not_searched" as const, "blocked" as const, "failed" as const, null),
    {
      minLength: 1,
      maxLength: 17,
    },
  );

  it("is completed when every category was searched, failed when none was, partial otherwise", () => {
    fc.assert(
      fc.property(outcomes, (list) => {
        const searched = list.filter((outcome) => outcome === "found" || outcome === "nothing_found").length;
        const wanted = searched === list.length ? "completed" : searched === 0 ? "failed" : "partial_failure";
        expect(finalStatus(list.map((outcome) => ({ outcome })))).toBe(wanted);
      }),
    );
  });
});
