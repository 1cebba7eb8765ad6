import { expect, test } from "vitest";
import { listSchedule } from "./list-schedule";

test("equal jobs end in as many rounds as the places need", () => {
  expect(
    listSchedule(
      Array.from({ length: 17 }, () => 2),
      3,
    ),
  ).toBe(12);
  expect(listSchedule([2, 2, 2], 3)).toBe(2);
});
test("a job begins where a place is free first", () => {
  expect(listSchedule([5, 1, 1, 1, 4], 2)).toBe(7);
});
test("one place takes them all in turn, and no job takes no time", () => {
  expect(listSchedule([1, 2, 3], 1)).toBe(6);
  expect(listSchedule([], 3)).toBe(0);
});
