import { expect, it } from "vitest";
import { sizeFindings } from "./size-rules";

const findings = (text: string, file = "server/a.ts") => sizeFindings(file, text).map((finding) => `${finding.line} ${finding.what}`);

it("names a file that is longer than it may be", () => {
  expect(findings("x\n".repeat(400))).toEqual([]);
  expect(findings("x\n".repeat(401))).toEqual(["401 401 lines, at most 400"]);
});

it("names each way around the types, but not the word in prose or in tests", () => {
  expect(findings("const a: any = 1;\nconst b = c as any;\n")).toEqual(["1 any", "2 any"]);
  expect(findings("// takes any number\nconst any = 1;\n")).toEqual([]);
  expect(findings("const a: any = 1;\n", "server/a.test.ts")).toEqual([]);
});

it("names skipped tests, lonely tests and notes to self", () => {
  const skip = ["it", "skip"].join(".");
  const note = ["TO", "DO"].join("");
  expect(findings(`${skip}("x", () => {});\n// ${note} later\n`, "server/a.test.ts")).toEqual([
    "1 a test that is skipped or alone",
    "2 a note to self",
  ]);
});
