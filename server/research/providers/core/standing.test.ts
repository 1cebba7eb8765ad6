import { describe, expect, it } from "vitest";
import { estimatedCost, usdOf } from "./price";
import { redact } from "./redact";
import { standingOfHost } from "./source-standing";

describe("the standing of a host", () => {
  it("is that of the longest listed name it ends with, and unknown for look-alikes", () => {
    expect(standingOfHost("www.accessdata.fda.gov")).toEqual({ tier: 1, jurisdiction: "US" });
    expect(standingOfHost("clinicaltrials.gov")).toEqual({ tier: 5, jurisdiction: "US" });
    expect(standingOfHost("dailymed.nlm.nih.gov")).toEqual({ tier: 1, jurisdiction: "US" });
    expect(standingOfHost("ods.nih.gov")).toEqual({ tier: 2, jurisdiction: "US" });
    for (const host of ["fda.gov.evil.example", "notfda.gov", "gov", "", "en.wikipedia.org"])
      expect(standingOfHost(host)).toEqual({ tier: 10, jurisdiction: null });
  });
});

describe("keys", () => {
  it("are taken out of what services say, one's own and those that look like one", () => {
    expect(redact("for my-key-1 and sk-proj-abcdefghij and xai-1234567890 and pplx-abcdefgh and tvly-abcdefgh", "my-key-1")).toBe(
      "for [key] and [key] and [key] and [key] and [key]",
    );
    expect(redact("Authorization: Bearer abcdefghijkl", null)).toBe("Authorization: [key]");
    expect(redact("AIzaSyA1234567890abc", null)).toBe("[key]");
    expect(redact("a risk-benefit assessment of task-shifting", "x")).toBe("a risk-benefit assessment of task-shifting");
  });
});

describe("the estimate of a cost", () => {
  const price = { input: 1.25, output: 10, searches: 10 };
  it("is tokens and searches times their prices, to ten places", () => {
    expect(usdOf(price, { inputTokens: 1200, outputTokens: 90, searches: 2 })).toBe(0.0224);
    expect(usdOf({ input: 0.1, output: 0, searches: 0 }, { inputTokens: 3, outputTokens: 0, searches: 0 })).toBe(0.0000003);
    expect(estimatedCost("m", price, { inputTokens: 1200, outputTokens: 90, searches: 2 })).toEqual({ usd: 0.0224, basis: "estimated" });
  });

  it("is unknown with its reason without a price or without counts", () => {
    expect(estimatedCost("m", null, { inputTokens: 1, outputTokens: 1, searches: 1 })).toEqual({
      usd: null,
      basis: "unknown",
      reason: "No price is set for m.",
    });
    expect(estimatedCost("m", price, null)).toMatchObject({ usd: null, basis: "unknown" });
  });
});
