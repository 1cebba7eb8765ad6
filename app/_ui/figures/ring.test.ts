import { expect, test } from "vitest";
import { ringArcs } from "./ring";

const signal = (name: string, weight: number, value: number) => ({ name, weight, value });

test("an arc is as long as its weight and begins after a gap at the top", () => {
  const [first] = ringArcs([signal("support", 30, 1), signal("rest", 70, 1)]);
  expect(first?.bed).toBe("M22.68 4.01A18 18 0 0 1 39.32 26.91");
  expect(first?.ink).toBe(first?.bed);
});
test("a value of nothing inks nothing, half a value inks half", () => {
  const [none, half] = ringArcs([signal("a", 50, 0), signal("b", 50, 0.5)]);
  expect(none?.ink).toBeNull();
  expect(half?.ink).toMatch(/ 4\.00 22\.00$| 4\.00 2[12]\.\d\d$/);
});
test("an arc over half the ring takes the long way round", () => {
  expect(ringArcs([signal("only", 100, 1)])[0]?.bed).toContain("0 1 1");
});
test("a deduction has no arc", () => {
  expect(ringArcs([signal("a", 100, 1), signal("failures", 10, -0.4)]).map((each) => each.name)).toEqual(["a"]);
});
test("a deduction that takes nothing has no arc either", () => {
  expect(ringArcs([signal("a", 60, 1), signal("b", 40, 0), signal("failures", 100, 0), signal("withheld", 5, 0)]).map((each) => each.name)).toEqual([
    "a",
    "b",
  ]);
});
test("no signals are no arcs", () => {
  expect(ringArcs([])).toEqual([]);
});
