import { describe, expect, it } from "vitest";
import { booksOf, overlaps } from "./scripture-overlap";

describe("two references", () => {
  it.each([
    ["Rom.8", "Rom.8.28", true],
    ["Rom.8.28-Rom.8.30", "Rom.8.30", true],
    ["Rom.8.28-Rom.8.30", "Rom.8.31", false],
    ["Rom", "Rom.16.27", true],
    ["Rom.8", "1Cor.8", false],
    ["Rom.7-Rom.9", "Rom.8.1", true],
    ["Rom.8.28,Rom.9.1", "Rom.9.1", true],
    ["NCT01243424", "NCT01243424", true],
    ["10.1000/182", "10.1000/183", false],
  ])("%s and %s overlap: %s", (one, other, expected) => {
    expect(overlaps(one, other)).toBe(expected);
    expect(overlaps(other, one)).toBe(expected);
  });

  it("names its books, and none where it is no scripture", () => {
    expect([booksOf("Rom.8.28-Rom.8.30"), booksOf("10.1000/182")]).toEqual([["Rom"], []]);
  });
});
