// Limits on source files that keep rooms small: length, escapes from the type system, tests that do not run.
import { readFileSync } from "node:fs";

export type SizeFinding = { readonly file: string; readonly line: number; readonly what: string };

const mostLines = 400;
const patterns: readonly { readonly test: RegExp; readonly what: string; readonly productOnly?: boolean }[] = [
  { test: /(?::\s*any\b|\bas any\b|<any>|\bany\[\])/, what: "any", productOnly: true },
  { test: /@ts-(?:ignore|expect-error|nocheck)/, what: "a type error that is hushed" },
  { test: /\b(?:it|test|describe)\.(?:skip|only|todo)\b/, what: "a test that is skipped or alone" },
  { test: /\b(?:TODO|FIXME|XXX)\b/, what: "a note to self" },
];

/** Findings in one file's text. `file` is relative to the project's root. */
export function sizeFindings(file: string, text: string): SizeFinding[] {
  const lines = text.split("\n");
  const found: SizeFinding[] =
    lines.length - 1 > mostLines ? [{ file, line: mostLines + 1, what: `${lines.length - 1} lines, at most ${mostLines}` }] : [];
  const isTest = /\.test\.tsx?$/.test(file);
  if (file.startsWith("cli/verify/") || file.startsWith("db/seed/")) return found;
  lines.forEach((line, index) => {
    const code = line.replace(/\/\/.*$/, "");
    for (const { test, what, productOnly } of patterns) {
      const subject = what === "any" ? code : line;
      if (!(productOnly && isTest) && test.test(subject) && !/^\s*(?:\/\/|\/?\*)/.test(what === "any" ? line : ""))
        found.push({ file, line: index + 1, what });
    }
  });
  return found;
}

export function sizeFindingsIn(files: readonly string[]): SizeFinding[] {
  return files.filter((file) => /\.tsx?$/.test(file)).flatMap((file) => sizeFindings(file, readFileSync(file, "utf8")));
}
