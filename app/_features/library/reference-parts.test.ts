import { expect, test } from "vitest";
import { linkedParts } from "./reference-parts";

const link = (start: number, end: number) => ({ start, end, href: "/x", title: "X" });
const cut = (start: number, end: number, ...links: [number, number][]) =>
  linkedParts(
    { start, end },
    links.map(([from, to]) => link(from, to)),
  ).map((part) => [part.start, part.end, part.link !== null]);

test("a stretch is cut where its references stand, and nothing of it is lost", () => {
  expect(cut(10, 30, [2, 8], [10, 14], [20, 25], [40, 44])).toEqual([
    [10, 14, true],
    [14, 20, false],
    [20, 25, true],
    [25, 30, false],
  ]);
});

test("a reference that goes over the end, or begins within another, is no link there", () => {
  expect(cut(0, 10, [2, 6], [4, 8], [8, 12])).toEqual([
    [0, 2, false],
    [2, 6, true],
    [6, 10, false],
  ]);
});

test("a stretch without references is one part, and none is none", () => {
  expect(cut(3, 9)).toEqual([[3, 9, false]]);
  expect(cut(3, 3)).toEqual([]);
});
