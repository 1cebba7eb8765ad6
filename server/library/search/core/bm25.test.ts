import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { best, fuse, idf, scorePassages, termWeight } from "./bm25";
import { encodePosting } from "./posting-list";

const list = (...postings: [number, number, number][]) => ({
  df: postings.length,
  packed: Buffer.from(postings.map(([passageId, tf, length]) => encodePosting({ passageId, tf, length })).join(""), "hex"),
});

describe("BM25", () => {
  it("gives the figures of the formula", () => {
    // N 10, df 2, tf 3, length 20, average 10: ln(1 + 8.5/2.5) x 3 x 2.2 / (3 + 1.2 x (0.25 + 0.75 x 2)).
    const score = scorePassages({ passages: 10, averageLength: 10 }, [{ list: list([1, 3, 20], [2, 1, 10]), weight: 1 }]).get(1);
    expect(score).toBeCloseTo(Math.log(4.4) * (6.6 / 5.1), 10);
  });

  it("never counts a word against a passage, however common", () => {
    expect(idf(10, 10)).toBeGreaterThan(0);
  });

  it("rewards frequency less and less, and punishes length", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 500 }), (tf, length) => {
        const weight = (f: number, l = length) => termWeight(f, l, 100);
        expect(weight(tf + 1)).toBeGreaterThan(weight(tf));
        expect(weight(tf + 2) - weight(tf + 1)).toBeLessThan(weight(tf + 1) - weight(tf));
        expect(weight(tf, length + 10)).toBeLessThan(weight(tf));
      }),
    );
  });
});

describe("best", () => {
  it("is the head of the sorted scores, equal ones in the order of their ids", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 0, max: 5 })), { maxLength: 200 }),
        fc.integer({ min: 1, max: 20 }),
        (pairs, limit) => {
          const scores = new Map(pairs);
          const sorted = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([passageId, score]) => ({ passageId, score }));
          expect(best(scores, limit)).toEqual(sorted.slice(0, limit));
        },
      ),
    );
  });
});

describe("fuse", () => {
  it("sums reciprocal ranks with k = 60", () => {
    const rank = (...ids: number[]) => ids.map((passageId) => ({ passageId, score: 0 }));
    expect(fuse([rank(1, 2), rank(2, 3)])).toEqual(
      new Map([
        [1, 1 / 61],
        [2, 1 / 62 + 1 / 61],
        [3, 1 / 62],
      ]),
    );
  });
});
