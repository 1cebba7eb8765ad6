import { describe, expect, test } from "vitest";
import { type Rung, type RungResult, type RungState, rungs } from "../schema";
import { fillRungs, ladderMethods, outcomeOf, rungResult } from "./ladder";

const at = "2026-01-02T03:04:05.000Z";
const ladder = (changes: Partial<Record<Rung, [RungState, string?]>> = {}): RungResult[] =>
  rungs.map((rung) => {
    const [state, method] = changes[rung] ?? ["passed"];
    return rungResult(rung, state, method ?? "test", "A reason.", at);
  });

describe("outcome of a ladder", () => {
  test("is verified only when every rung passed", () => {
    expect(outcomeOf(ladder())).toBe("verified");
    for (const rung of rungs) {
      expect(outcomeOf(ladder({ [rung]: ["unknown"] }))).not.toBe("verified");
      expect(outcomeOf(ladder({ [rung]: ["not_reached"] }))).not.toBe("verified");
    }
  });

  test("never calls dead what could not be told", () => {
    for (const rung of rungs)
      for (const state of ["unknown", "not_reached"] as const) expect(outcomeOf(ladder({ [rung]: [state] }))).not.toBe("dead");
    expect(outcomeOf(ladder({ resolved: ["unknown", "HTTP 403"], identified: ["not_reached"], alive: ["not_reached"] }))).toBe("blocked");
    expect(outcomeOf([])).toBe("blocked");
  });

  test("puts a retraction above everything else", () => {
    expect(outcomeOf(ladder({ not_retracted: ["failed"], alive: ["failed"], supports: ["failed"] }))).toBe("retracted");
  });

  test("tells dead, unsupported, contradicted and paywalled apart", () => {
    expect(outcomeOf(ladder({ resolved: ["failed"] }))).toBe("dead");
    expect(outcomeOf(ladder({ alive: ["failed"] }))).toBe("dead");
    expect(outcomeOf(ladder({ identified: ["failed"] }))).toBe("unsupported");
    expect(outcomeOf(ladder({ quote_anchored: ["failed"] }))).toBe("unsupported");
    expect(outcomeOf(ladder({ supports: ["failed"] }))).toBe("unsupported");
    expect(outcomeOf(ladder({ supports: ["failed", ladderMethods.contradiction] }))).toBe("contradicted");
    expect(outcomeOf(ladder({ alive: ["unknown", ladderMethods.paywall] }))).toBe("unverifiable");
    expect(outcomeOf(ladder({ syntactic: ["failed"] }))).toBe("unverifiable");
  });

  test("lets the user's own file be verified without a retraction register, and nothing else", () => {
    expect(outcomeOf(ladder({ resolved: ["passed", ladderMethods.storedFile], not_retracted: ["unknown", "none"] }))).toBe("verified");
    expect(outcomeOf(ladder({ not_retracted: ["unknown", "none"] }))).toBe("blocked");
    expect(outcomeOf(ladder({ not_retracted: ["not_reached", ladderMethods.notApplicable] }))).toBe("verified");
  });

  test("calls a source that nothing was tested on unverifiable", () => {
    expect(outcomeOf(ladder({ supports: ["unknown"] }))).toBe("unverifiable");
  });
});

describe("filling a ladder", () => {
  test("gives all seven rungs in order and says which failure stopped it", () => {
    const filled = fillRungs([rungResult("resolved", "failed", "GET", "404", at), rungResult("syntactic", "passed", "pattern", "Well formed.", at)]);
    expect(filled.map((result) => result.rung)).toEqual([...rungs]);
    expect(filled.map((result) => result.state)).toEqual(["passed", "failed", ...Array(5).fill("not_reached")]);
    expect(filled[3]?.reason).toContain('"resolved" failed');
    expect(filled[3]?.at).toBeNull();
  });
});
