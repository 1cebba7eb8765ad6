import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idf, scorePassages, termWeight } from "./bm25";
import { layoutOf } from "./layout";
import { encodePosting, unpack } from "./posting-list";
import { best, fuse } from "./ranking";
import { ScoreTable, slotOf } from "./score-table";

const list = (...postings: [number, number, number][]) =>
  unpack(Buffer.from(postings.map(([passageId, tf, length]) => encodePosting({ passageId, tf, length })).join(""), "hex"));
const stretch = (first: number, last: number) => ({
  documentId: `document-${first}`,
  first,
  last,
  characters: (last - first + 1) * 100,
  terms: null,
  shared: false,
});

describe("BM25", () => {
  it("gives the figures of the formula", () => {
    // Passages: N 10, df 2, tf 3, length 20, average 10: ln(1 + 8.5/2.5) x 3 x 2.2 / (3 + 1.2 x (0.25 + 0.75 x 2)).
    // Documents: N 10, df 2, tf 3, all of average length: ln(4.4) x 3 x 2.2 / (3 + 1.2), twice.
    const layout = layoutOf(Array.from({ length: 10 }, (_, i) => stretch(i + 1, i + 1)));
    const scores = scorePassages({ passages: 10, averageLength: 10, layout }, [{ list: list([1, 3, 20], [2, 1, 10]), weight: 1 }], null);
    expect(scores.get(1)).toBeCloseTo(Math.log(4.4) * (6.6 / 5.1 + (2 * 6.6) / 4.2), 10);
    expect(scores.get(3)).toBe(0);
  });

  it("prefers, of passages that say the same, the one whose document says more of it", () => {
    const layout = layoutOf([stretch(1, 2), stretch(3, 4)]);
    const corpus = { passages: 4, averageLength: 10, layout };
    const terms = [
      { list: list([1, 1, 10], [3, 1, 10]), weight: 1 },
      { list: list([2, 2, 10]), weight: 1 },
    ];
    const scores = scorePassages(corpus, terms, null);
    expect(scores.get(1)).toBeGreaterThan(scores.get(3));
  });

  it("takes a document to be as long as its terms and its characters say together, and its characters where terms were not counted", () => {
    const of = (characters: number, terms: number | null, at: number) => ({ ...stretch(at, at), characters, terms });
    const lengths = (...stretches: Parameters<typeof layoutOf>[0]) => [...layoutOf(stretches).lengths];
    // Relative lengths 0.5 and 0.5, 0.5 and 1, 2 and 1.5 by terms and characters.
    const mixed = [0.5, Math.sqrt(0.5), Math.sqrt(3)];
    const average = mixed.reduce((sum, length) => sum + length, 0) / 3;
    const found = lengths(of(50, 5, 1), of(100, 5, 2), of(150, 20, 3));
    expect(found.map((length) => length.toFixed(6))).toEqual(mixed.map((length) => (length / average).toFixed(6)));
    expect(lengths(of(100, null, 1), of(300, null, 2))).toEqual([0.5, 1.5]);
    expect(lengths(of(100, 10, 1), of(300, 30, 2), of(200, null, 3)).map((length) => length.toFixed(6))).toEqual([
      "0.500000",
      "1.500000",
      "1.000000",
    ]);
    expect(lengths()).toEqual([]);
  });

  it("scores nothing of documents that are left out, nor of passages that are of none", () => {
    const layout = layoutOf([stretch(1, 2), stretch(5, 6)]);
    const terms = [{ list: list([1, 1, 10], [3, 1, 10], [5, 1, 10]), weight: 1 }];
    const scores = scorePassages({ passages: 4, averageLength: 10, layout }, terms, Uint8Array.of(0, 1));
    expect([1, 3, 5].map((id) => scores.get(id) > 0)).toEqual([false, false, true]);
  });

  it("holds a word for as rare as all its forms together", () => {
    const layout = layoutOf(Array.from({ length: 10 }, (_, i) => stretch(i + 1, i + 1)));
    const corpus = { passages: 10, averageLength: 10, layout };
    const common = list(...Array.from({ length: 8 }, (_, i): [number, number, number] => [i + 1, 1, 10]));
    const rare = list([9, 1, 10]);
    const apart = scorePassages(
      corpus,
      [
        { list: common, weight: 1 },
        { list: rare, weight: 1 },
      ],
      null,
    );
    const forms = scorePassages(
      corpus,
      [
        { list: common, weight: 1, word: 0 },
        { list: rare, weight: 1, word: 0 },
      ],
      null,
    );
    expect(apart.get(9)).toBeGreaterThan(apart.get(1));
    expect(forms.get(9)).toBeCloseTo(forms.get(1), 10);
    expect(forms.get(9)).toBeCloseTo(3 * idf(10, 9), 10);
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
          const scores = new ScoreTable();
          for (const [id, score] of pairs) scores.page(id * 37)[slotOf(id * 37)] = score;
          const kept = new Map(pairs.map(([id, score]) => [id * 37, score]).filter(([, score]) => score !== 0) as [number, number][]);
          for (const [id] of pairs) if (scores.get(id * 37) === 0) kept.delete(id * 37);
          const sorted = [...kept].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([passageId, score]) => ({ passageId, score }));
          expect(best(scores, limit)).toEqual(sorted.slice(0, limit));
        },
      ),
    );
  });
});

describe("fuse", () => {
  it("sums reciprocal ranks with k = 60", () => {
    const rank = (...ids: number[]) => ids.map((passageId) => ({ passageId, score: 0 }));
    expect(fuse([rank(1, 2), rank(2, 3)])).toEqual([
      { passageId: 2, score: 1 / 62 + 1 / 61 },
      { passageId: 1, score: 1 / 61 },
      { passageId: 3, score: 1 / 62 },
    ]);
  });
});
