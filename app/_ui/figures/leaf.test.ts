import { expect, test } from "vitest";
import { leafLines } from "./leaf";

const inks = (state: Parameters<typeof leafLines>[0]) =>
  leafLines(state)
    .map((line) => line.ink[0])
    .join("");

test("a queued leaf is blank", () => {
  expect(inks("queued")).toBe("bbbbbbbb");
});
test("what is before the present step is inked, the step itself is now", () => {
  expect(inks("asking")).toBe("nbbbbbbb");
  expect(inks("verifying")).toBe("iinbbbbb");
  expect(inks("writing")).toBe("iiiiinbb");
});
test("a finished leaf is inked, a failed one blank", () => {
  expect(inks("done")).toBe("iiiiiiii");
  expect(inks("failed")).toBe("bbbbbbbb");
});
test("the present line is as long as its progress and never invisible", () => {
  expect(leafLines("verifying", 0.5)[2]).toEqual({ y: 18, length: 20, ink: "now", inkLength: 10 });
  expect(leafLines("asking", 0)[0]?.inkLength).toBe(3);
});
