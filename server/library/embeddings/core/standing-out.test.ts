import { describe, expect, it } from "vitest";
import { noSpread, standingOut, together } from "./standing-out";

const spreadOf = (cosines: readonly number[]) =>
  cosines.reduce((spread, cosine) => together(spread, { count: 1, sum: cosine, squares: cosine * cosine }), noSpread);
const near = (cosines: readonly number[]) =>
  standingOut(
    cosines.toSorted((a, b) => b - a).map((cosine) => ({ cosine })),
    spreadOf(cosines),
  ).map(({ cosine }) => cosine);
const crowd = (from: number, to: number) => Array.from({ length: 100 }, (_, i) => from + ((to - from) * i) / 99);

describe("what stands out", () => {
  it("is what is far nearer than the rest, whether a model's cosines are high or low", () => {
    expect(near([0.55, ...crowd(0, 0.2)])).toEqual([0.55]);
    expect(near([0.86, ...crowd(0.66, 0.74)])).toEqual([0.86]);
  });

  it("is nothing where all are alike, however near", () => {
    expect(near(crowd(0.7, 0.8))).toEqual([]);
    expect(near([0.3, ...crowd(0.1, 0.25)])).toEqual([]);
  });

  it("is judged by the others in a library of a few passages", () => {
    expect(near([0.45, 0, 0])).toEqual([0.45]);
    expect(near([0.2, 0.1])).toEqual([]);
    expect(near([])).toEqual([]);
  });

  it("is ten passages at most", () => {
    expect(near([...Array.from({ length: 12 }, () => 0.9), ...Array.from({ length: 600 }, () => 0.1)])).toHaveLength(10);
  });
});
