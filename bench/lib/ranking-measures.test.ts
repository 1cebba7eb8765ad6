import { describe, expect, it } from "vitest";
import { measure, percentile } from "./ranking-measures";

describe("measure", () => {
  it("agrees with figures worked out by hand", () => {
    const grades = new Map([
      ["a", 1],
      ["b", 1],
      ["c", 1],
    ]);
    const { map, recall100, p30, ndcg10 } = measure(["a", "x", "b"], grades);
    expect(map).toBeCloseTo((1 + 2 / 3) / 3, 10);
    expect(recall100).toBeCloseTo(2 / 3, 10);
    expect(p30).toBeCloseTo(2 / 30, 10);
    expect(ndcg10).toBeCloseTo(1.5 / (1 + 1 / Math.log2(3) + 0.5), 10);
  });

  it("is 1 for a perfect ranking", () => {
    expect(measure(["a"], new Map([["a", 2]]))).toMatchObject({ map: 1, ndcg10: 1, recall100: 1 });
  });
});

describe("percentile", () => {
  it("takes the nearest rank", () => {
    expect(percentile([5, 1, 2, 4, 3], 0.5)).toBe(3);
    expect(percentile([1, 2], 0.95)).toBe(2);
  });
});
