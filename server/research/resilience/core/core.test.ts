import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ProviderError, providerErrorKinds } from "../../providers/schema";
import { questionKey } from "./question-key";
import { restMs, rests } from "./resting";
import { retryWait } from "./retry";

const error = (change: Partial<ProviderError>): ProviderError => ({ kind: "server", retryable: true, message: "It failed.", ...change });

describe("further tries", () => {
  it("are never made without credit, with a wrong key, or for what another try cannot change", () => {
    for (const kind of ["no_credit", "auth", "bad_request", "gone", "blocked", "schema", "unreachable"] as const)
      expect(retryWait(error({ kind, retryAfterMs: 10 }), 1, 0)).toBeNull();
    expect(retryWait(error({ retryable: false }), 1, 0)).toBeNull();
  });

  it("wait as long as the provider says, at most five minutes", () => {
    expect(retryWait(error({ kind: "rate_limited", retryAfterMs: 7000 }), 3, 0.9)).toBe(7000);
    expect(retryWait(error({ kind: "rate_limited", retryAfterMs: 0 }), 1, 0.9)).toBe(0);
    expect(retryWait(error({ retryAfterMs: 86_400_000 }), 1, 0)).toBe(300_000);
  });

  it("wait longer each time, spread by chance, and never beyond five minutes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...providerErrorKinds),
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (kind, attempt, chance) => {
          const wait = retryWait(error({ kind }), attempt, chance);
          const next = retryWait(error({ kind }), attempt + 1, chance);
          if (wait === null || next === null) return wait === next;
          const least = retryWait(error({ kind }), attempt, 0) ?? 0;
          return wait >= least && wait <= Math.min(least * 1.5 + 1, 300_000) && next >= wait && next <= 300_000;
        },
      ),
    );
  });
});

describe("rests", () => {
  it("grow with every failed trial and stay at the longest", () => {
    expect([1, 2, 3, 4, 5, 6, 99].map(restMs)).toEqual([...rests, 600_000, 600_000]);
  });
});

describe("the key of a question", () => {
  const question = { subject: "metformin", aliases: [], queries: ["half-life"], terms: [], labelSections: [], facts: [] };

  it("is the same for the same question, whoever asks, and another for anything else", () => {
    const key = questionKey("openai", "m", question, "a");
    expect(questionKey("openai", "m", { ...question }, "b")).toBe(key);
    expect(questionKey("xai", "m", question, "a")).not.toBe(key);
    expect(questionKey("openai", "n", question, "a")).not.toBe(key);
    expect(questionKey("openai", "m", { ...question, subject: "Metformin" }, "a")).not.toBe(key);
  });

  it("belongs to one account where the question holds passages of its library", () => {
    const own = { ...question, passages: [{ key: "p", sourceTitle: "Mine", text: "Private." }] };
    expect(questionKey("gemini", "m", own, "a")).not.toBe(questionKey("gemini", "m", own, "b"));
  });
});
