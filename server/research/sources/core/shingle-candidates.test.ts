import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidatePairs } from "./shingle-candidates";
import { containment, shinglesOf } from "./shingles";

const words = (seed: number, count: number) => Array.from({ length: count }, (_, i) => `w${(i * i * seed + i * 31 + seed * 17) % 9973}`);
const edited = (list: readonly string[], every: number) => list.map((word, i) => (i % every === every - 1 ? "other" : word)).join(" ");

describe("pairs that may be copies", () => {
  it("hold a syndicated text, an excerpt and an edited version, and no two strangers", () => {
    const own = words(7, 2000);
    const texts = [own.join(" "), own.slice(300, 520).join(" "), edited(own, 40), words(8, 2000).join(" "), "", "two words"].map(shinglesOf);
    expect(
      candidatePairs(texts)
        .map((pair) => [...pair].sort().join())
        .sort(),
    ).toEqual(["0,1", "0,2", "1,2"]);
  });

  it("leave out no pair of which the shorter text stands in the longer one", () => {
    const text = fc.record({
      seed: fc.integer({ min: 1, max: 4 }),
      from: fc.nat(200),
      length: fc.integer({ min: 0, max: 260 }),
      every: fc.integer({ min: 30, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 10 }), (list) => {
        const texts = list.map(({ seed, from, length, every }) => shinglesOf(edited(words(seed, 500).slice(from, from + length), every)));
        const found = new Set(candidatePairs(texts).map((pair) => [...pair].sort((a, b) => a - b).join()));
        texts.forEach((a, i) => {
          texts.slice(i + 1).forEach((b, offset) => {
            if (containment(a, b) >= 0.8) expect(found.has(`${i},${i + 1 + offset}`)).toBe(true);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it("are few among five hundred texts of which fifty are copies", () => {
    const texts = Array.from({ length: 500 }, (_, i) => shinglesOf(words((i % 450) + 1, 300 + i).join(" ")));
    const pairs = candidatePairs(texts);
    expect(pairs.length).toBeGreaterThanOrEqual(50);
    expect(pairs.length).toBeLessThan(200);
  });
});
