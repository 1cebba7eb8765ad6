import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containment, shinglesOf } from "./shingles";
import { voicesOf } from "./voices";

const words = (seed: number, count: number) => Array.from({ length: count }, (_, i) => `w${(i * i * seed + i * 31 + seed * 17) % 9973}`).join(" ");
const entry = (key: string, text: string, upstreamKey: string | null = null) => ({ key, text, upstreamKey });

describe("independent voices", () => {
  it("count a chain of copies as one, whether or not the upstream is there", () => {
    const voices = voicesOf([
      entry("c", "one text", "b"),
      entry("b", "quite another", "a"),
      entry("d", "a third", "gone"),
      entry("e", "a fourth", "gone"),
      entry("f", "own"),
    ]);
    expect(Object.fromEntries(voices)).toEqual({ b: "b", c: "b", d: "d", e: "d", f: "f" });
  });

  it("find an excerpt inside a long text, and a text with a few words changed", () => {
    const long = words(1, 9000);
    const excerpt = long.split(" ").slice(4000, 4200).join(" ");
    const edited = long
      .split(" ")
      .map((w, i) => (i % 60 === 0 ? "changed" : w))
      .join(" ");
    const voices = voicesOf([entry("long", long), entry("excerpt", excerpt.toUpperCase()), entry("edited", edited), entry("other", words(2, 9000))]);
    expect(new Set([voices.get("long"), voices.get("excerpt"), voices.get("edited")])).toEqual(new Set(["edited"]));
    expect(voices.get("other")).toBe("other");
  });

  it("do not take a shared phrase for a copy", () => {
    const phrase = "The half-life is about six hours in adults.";
    const voices = voicesOf([entry("a", phrase), entry("b", `${phrase} ${words(3, 300)}`), entry("c", phrase), entry("d", "")]);
    expect(voices.get("a")).toBe("a");
    expect(voices.get("c")).toBe("a");
    expect(voices.get("b")).toBe("b");
    expect(voices.get("d")).toBe("d");
  });

  it("do not depend on the order of the sources", () => {
    const list = [
      entry("a", words(1, 200)),
      entry("b", words(1, 190)),
      entry("c", words(5, 50), "x"),
      entry("d", "short", "x"),
      entry("e", words(6, 40)),
    ];
    const expected = Object.fromEntries(voicesOf(list));
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
        expect(Object.fromEntries(voicesOf(shuffled))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it("measure containment in the shorter text", () => {
    const a = shinglesOf(words(1, 1000));
    const b = shinglesOf(words(1, 500));
    expect(containment(a, b)).toBe(1);
    expect(containment(b, a)).toBe(1);
    expect(containment(a, shinglesOf(words(9, 500)), 0.8)).toBe(0);
    expect(containment(a, shinglesOf(""))).toBe(0);
  });
});
