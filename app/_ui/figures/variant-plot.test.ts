import { expect, test } from "vitest";
import type { Extent } from "./extent";
import { variantScale, variantShape } from "./variant-plot";

const point = (at: number): Extent => ({ kind: "point", at });

test("all values share one axis and its ticks span the whole width", () => {
  const { ticks, axis } = variantScale([point(6.2), { kind: "interval", low: 4, high: 8.7 }, point(17.6)], "number");
  expect(ticks[0]?.at).toBe(0);
  expect(ticks.at(-1)?.at).toBe(100);
  expect(variantShape(axis, point(10), "agrees")).toEqual({ kind: "dot", at: 50 });
});
test("the shape tells what a value is to the outcome", () => {
  const { axis } = variantScale([point(0), point(10)], "number");
  expect(variantShape(axis, point(5), "agrees").kind).toBe("dot");
  expect(variantShape(axis, point(5), "against").kind).toBe("diamond");
  expect(variantShape(axis, point(5), "apart").kind).toBe("square");
});
test("an interval has two caps, a limit one, and runs to the edge on its open side", () => {
  const { axis } = variantScale([point(0), point(10)], "number");
  expect(variantShape(axis, { kind: "interval", low: 2, high: 4, middle: 3 }, "plain")).toEqual({
    kind: "bar",
    from: 20,
    to: 40,
    capFrom: true,
    capTo: true,
    middle: 30,
  });
  expect(variantShape(axis, { kind: "limit", at: 3, open: "below" }, "plain")).toMatchObject({ from: 0, to: 30, capFrom: false, capTo: true });
  expect(variantShape(axis, { kind: "limit", at: 3, open: "above" }, "plain")).toMatchObject({ from: 30, to: 100, capFrom: true, capTo: false });
});
test("dates are placed by the day", () => {
  const { axis, ticks } = variantScale([point(Date.UTC(1994, 0, 1)), point(Date.UTC(1995, 11, 31))], "date");
  expect(ticks.map((tick) => tick.label)).toContain("Jan 1995");
  expect(variantShape(axis, point(Date.UTC(1995, 0, 1)), "agrees")).toEqual({ kind: "dot", at: 50 });
});
