import { expect, test } from "vitest";
import { wordDiff } from "./word-diff";

test("what stays, what is gone and what is new stand in reading order", () => {
  expect(wordDiff("Assess renal function before starting.", "Assess eGFR before starting and yearly.")).toEqual([
    { kind: "same", text: "Assess" },
    { kind: "gone", text: "renal function" },
    { kind: "new", text: "eGFR" },
    { kind: "same", text: "before" },
    { kind: "gone", text: "starting." },
    { kind: "new", text: "starting and yearly." },
  ]);
});

test("nothing in common is one struck and one new, and nothing at all is nothing", () => {
  expect(wordDiff("a b", "c")).toEqual([
    { kind: "gone", text: "a b" },
    { kind: "new", text: "c" },
  ]);
  expect(wordDiff("", "")).toEqual([]);
});

test("a text of a hundred thousand words costs nothing", () => {
  const long = "word ".repeat(100_000);
  expect(wordDiff(long, `${long} more`).map(({ kind }) => kind)).toEqual(["gone", "new"]);
});
