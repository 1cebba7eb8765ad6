import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { extractClaims } from "@/server/research/claims/core/extract";
import { describeClaims } from "./described-claims";
import { pharmacologyFacts } from "./pharmacology-facts";

/** Sentences at the margin, their claims indented below them. */
function casesOf(file: string): { text: string; claims: string[] }[] {
  const cases: { text: string; claims: string[] }[] = [];
  for (const line of readFileSync(path.join(import.meta.dirname, "..", "fixtures", file), "utf8").split("\n")) {
    if (line.startsWith("  ")) cases.at(-1)?.claims.push(line.trim());
    else if (line !== "") cases.push({ text: line, claims: [] });
  }
  return cases;
}

describe.each(["label-sentences.txt", "handbook-sentences.txt"])("the claims of %s", (file) => {
  it.each(casesOf(file))("are read as a pharmacologist reads them: $text", ({ text, claims }) => {
    expect(describeClaims(extractClaims({ text, start: 0, end: text.length, facts: pharmacologyFacts }))).toEqual(claims);
  });
});
