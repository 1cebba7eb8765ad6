import { describe, expect, test } from "vitest";
import { align, alignBy } from "./align";
import { gapsOf, gapText } from "./gaps";
import { makeLine } from "./line";

const ones = (n: number): Float64Array => new Float64Array(n).fill(1);

describe("alignment", () => {
  test("pairs equal words in order and weighs what it found", () => {
    const a = makeLine("the dose is 10 mg daily");
    const b = makeLine("the starting dose is 5 mg");
    const { matches, coverage } = align(a, ones(a.items.length), b);
    expect(matches.map((m) => a.items[m.a]?.key)).toEqual(["the", "dose", "is", "mg"]);
    expect(coverage).toBeCloseTo(4 / 6);
  });

  test("takes two writings of one quantity for the same", () => {
    const a = makeLine("after 24 h");
    const b = makeLine("after 1 day");
    expect(align(a, ones(a.items.length), b).matches).toHaveLength(2);
  });

  test("shows the gaps on both sides, at the ends too", () => {
    const a = makeLine("Velorin is given twice");
    const b = makeLine("Tamorol is given");
    const gaps = gapsOf(align(a, ones(4), b).matches, a, b);
    expect(gaps.map((gap) => [gapText(a, gap.aFrom, gap.aTo), gapText(b, gap.bFrom, gap.bTo)])).toEqual([
      ["Velorin", "Tamorol"],
      ["twice", ""],
    ]);
  });

  test("looks at 400 items and no more", () => {
    const { matches } = alignBy(5000, 5000, ones(5000), (i, j) => (i === j ? 1 : 0));
    expect(matches).toHaveLength(400);
  });
});
