import { describe, expect, it } from "vitest";
import { isStorable } from "./storable";

describe("what can be stored", () => {
  it.each([
    ["words of any script", { a: ["שלום", "🙂", ""], b: null, c: 1, d: undefined }, true],
    ["a zero byte", { a: [{ b: "x\0" }] }, false],
    ["half of a character", ["\ud800"], false],
    ["a zero byte in a name", { "\0": 1 }, false],
  ])("%s", (_what, value, storable) => expect(isStorable(value)).toBe(storable));

  it("is known of values of any depth", () => {
    let deep: unknown = "\0";
    for (let depth = 0; depth < 200_000; depth += 1) deep = [deep];
    expect(isStorable(deep)).toBe(false);
  });
});
