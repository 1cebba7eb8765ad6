import { expect, test } from "vitest";
import { byteRange } from "./byte-range";

const file = { size: 1000, etag: '"one"' };
const asked = (range: string, more: Record<string, string> = {}) => byteRange(new Headers({ range, ...more }), file);

test("a stretch is from its first byte to its last, to the end, or the last so many", () => {
  expect(asked("bytes=0-99")).toEqual({ start: 0, end: 100 });
  expect(asked("bytes=900-4000")).toEqual({ start: 900, end: 1000 });
  expect(asked("bytes=999-")).toEqual({ start: 999, end: 1000 });
  expect(asked("bytes=-10")).toEqual({ start: 990, end: 1000 });
  expect(asked("bytes=-5000")).toEqual({ start: 0, end: 1000 });
});

test("bytes that are not there are outside", () => {
  expect(asked("bytes=1000-")).toBe("outside");
  expect(asked("bytes=-0")).toBe("outside");
  expect(byteRange(new Headers({ range: "bytes=0-" }), { size: 0, etag: "" })).toBe("outside");
});

test("what is not understood, and what was asked of another file, is answered with the whole", () => {
  for (const range of ["", "bytes=-", "bytes=9-1", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b", "bytes=0x1-5", `bytes=${"9".repeat(40)}-`])
    expect(asked(range)).toBe("whole");
  expect(byteRange(new Headers(), file)).toBe("whole");
  expect(asked("bytes=0-9", { "if-range": '"two"' })).toBe("whole");
  expect(asked("bytes=0-9", { "if-range": '"one"' })).toEqual({ start: 0, end: 10 });
});
