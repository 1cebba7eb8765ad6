import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { packs } from "@/db/seed/packs";
import type { Fact } from "@/server/research/categories/schema";
import { extractClaims } from "@/server/research/claims/core/extract";
import { describeClaims } from "./described-claims";
import { pharmacologyFacts } from "./pharmacology-facts";

type Case = { category: string; text: string; claims: string[] };

/** Sentences at the margin, their claims indented below them, under the category they are read for. */
function casesOf(file: string): Case[] {
  const cases: Case[] = [];
  let category = "";
  for (const line of readFileSync(path.join(import.meta.dirname, "..", "fixtures", file), "utf8").split("\n")) {
    if (line.startsWith("# ")) category = line.slice(2);
    else if (line.startsWith("  ")) cases.at(-1)?.claims.push(line.trim());
    else if (line !== "") cases.push({ category, text: line, claims: [] });
  }
  return cases;
}

const read = (text: string, facts: readonly Fact[]): string[] => describeClaims(extractClaims({ text, start: 0, end: text.length, facts }));

describe.each(["label-sentences.txt", "handbook-sentences.txt", "formulary-sentences.txt"])("the claims of %s", (file) => {
  it.each(casesOf(file))("are read as a pharmacologist reads them: $text", ({ text, claims }) => {
    expect(read(text, pharmacologyFacts)).toEqual(claims);
  });
});

describe("the facts of the shipped categories", () => {
  const facts = new Map(packs.flatMap((pack) => pack.categories.map((each) => [each.slug, each.processingRules.facts] as const)));

  it.each(casesOf("pack-sentences.txt"))("are read in $category: $text", ({ category, text, claims }) => {
    expect(read(text, facts.get(category) ?? [])).toEqual(claims);
  });
});
