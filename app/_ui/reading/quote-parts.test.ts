import fc from "fast-check";
import { expect, test } from "vitest";
import { marksOf, quoteParts } from "./quote-parts";

test("cited words are cut out of the quotation", () => {
  const text = "the half-life is approximately 17.6 hours in blood";
  expect(quoteParts(text, marksOf(text, ["17.6 hours"])).map((part) => [part.text, part.marked])).toEqual([
    ["the half-life is approximately ", false],
    ["17.6 hours", true],
    [" in blood", false],
  ]);
});
test("overlapping stretches become one", () => {
  expect(
    quoteParts("abcdef", [
      { start: 1, end: 3 },
      { start: 2, end: 5 },
    ]).map((part) => part.text),
  ).toEqual(["a", "bcde", "f"]);
});
test("what is not there is not marked", () => {
  expect(marksOf("six hours", ["7 hours", ""])).toEqual([]);
  expect(quoteParts("six hours", [{ start: 40, end: 50 }])).toEqual([{ start: 0, text: "six hours", marked: false }]);
});
test("nothing is lost, whatever the stretches", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.record({ start: fc.nat(40), end: fc.nat(60) })), (text, marks) => {
      expect(
        quoteParts(text, marks)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
