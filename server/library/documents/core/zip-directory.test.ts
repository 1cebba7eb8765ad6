import { describe, expect, it } from "vitest";
import { writeZip } from "../testing-zip";
import { readZipDirectory } from "./zip-directory";

const reasonOf = (bytes: Uint8Array) => {
  const directory = readZipDirectory(bytes);
  return directory.ok ? "opened" : directory.reason;
};
const megabyte = 1024 * 1024;

describe("the directory of an archive", () => {
  it("lists the parts of a good one", () => {
    const directory = readZipDirectory(writeZip([{ name: "a/b.xml", content: "<a/>" }]));
    expect(directory.ok && [...directory.entries.values()]).toEqual([{ name: "a/b.xml", method: 8, encrypted: false, packed: 6, size: 4, at: 0 }]);
  });

  it.each([
    ["a part that would unpack to more than a hundred times its size", [{ name: "a", content: "x", stated: 2 * megabyte }], /far more than its size/],
    [
      "parts that together unpack to too much",
      [0, 1, 2].map((i) => ({ name: `${i}`, content: Buffer.alloc(100), stated: 100 * megabyte })),
      /far more/,
    ],
    [
      "parts that lie on top of each other",
      [
        { name: "a", content: "one" },
        { name: "b", content: "two", at: 0 },
      ],
      /far more/,
    ],
    ["a name that leads outside", [{ name: "../../etc/passwd", content: "x" }], /places outside/],
    ["an absolute name", [{ name: "/etc/passwd", content: "x" }], /places outside/],
    [
      "two parts of one name",
      [
        { name: "a", content: "one" },
        { name: "a", content: "two" },
      ],
      /two parts of one name/,
    ],
    ["a password", [{ name: "a", content: "x", flags: 1 }], /encrypted/],
    ["a part beyond the end", [{ name: "a", content: "x", at: 9_999 }], /damaged/],
    ["too many parts", Array.from({ length: 5_001 }, (_, i) => ({ name: `${i}`, content: "" })), /5,001 parts/],
  ])("refuses %s", (_what, parts, reason) => {
    expect(reasonOf(writeZip(parts))).toMatch(reason);
  });

  it("refuses an archive cut off at any byte, without reading past it", () => {
    const whole = writeZip([{ name: "a.xml", content: "<a/>" }]);
    for (let length = 0; length < whole.length; length += 1) expect(reasonOf(whole.subarray(0, length))).toMatch(/damaged/);
  });
});
