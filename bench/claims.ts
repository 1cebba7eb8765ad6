// Claims by rule against labelled sentences, and comparisons against labelled pairs.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { extractClaims } from "@/server/research/claims/core/extract";
import type { ExtractedClaim } from "@/server/research/claims/schema";
import { compareClaims } from "@/server/research/conflicts/core/compare";
import { type PairCase, pairCaseSchema, type SentenceCase, sameClaim, sentenceCaseSchema, shortQualifiers, toClaim } from "./lib/claim-cases";
import { pharmacologyFacts } from "./lib/pharmacology-facts";

export async function run(args: { corpus?: string }): Promise<Record<string, unknown>> {
  if (args.corpus === undefined)
    throw new Error("The claims bench needs --corpus: a JSON file, or a folder of them, with labelled sentences or pairs.");
  const files = statSync(args.corpus).isDirectory()
    ? readdirSync(args.corpus)
        .filter((name) => name.endsWith(".json"))
        .map((name) => path.join(args.corpus ?? "", name))
    : [args.corpus];
  const sentences: SentenceCase[] = [];
  const pairs: PairCase[] = [];
  for (const file of files) {
    const body: unknown = JSON.parse(readFileSync(file, "utf8"));
    const asPairs = z.array(pairCaseSchema).safeParse(body);
    const asSentences = z.array(sentenceCaseSchema).safeParse(body);
    if (asPairs.success) pairs.push(...asPairs.data);
    else if (asSentences.success) sentences.push(...asSentences.data);
    else throw new Error(`${file} holds neither labelled sentences nor pairs: ${asSentences.error.issues[0]?.message ?? "unknown form"}`);
  }
  return { bench: "claims", ...scoreSentences(sentences), ...scorePairs(pairs) };
}

function scoreSentences(cases: readonly SentenceCase[]): Record<string, unknown> {
  if (cases.length === 0) return {};
  const tally = { right: 0, extra: 0, missed: 0, qualifierRight: 0, qualifierFound: 0, qualifierGold: 0 };
  for (const { id, text, claims: gold } of cases) {
    const found = extractClaims({ text, start: 0, end: text.length, facts: pharmacologyFacts });
    const controls = found.filter((claim) => claim.qualifiers.arm !== undefined && claim.qualifiers.arm !== "treatment");
    const open = found.filter((claim) => !controls.includes(claim));
    for (const expected of gold) {
      const index = open.findIndex((claim) => sameClaim(claim, expected, controlOf(claim, controls)));
      const [claim] = index < 0 ? [] : open.splice(index, 1);
      if (!claim) {
        tally.missed++;
        console.error(`${id} missed ${JSON.stringify(expected)}`);
        continue;
      }
      tally.right++;
      const own = Object.entries(shortQualifiers(claim.qualifiers));
      const right = own.filter(([key, value]) => expected.qualifiers[key] === value).length;
      tally.qualifierFound += own.length;
      tally.qualifierRight += right;
      tally.qualifierGold += Object.keys(expected.qualifiers).length;
      if (right !== own.length || right !== Object.keys(expected.qualifiers).length)
        console.error(`${id} qualifiers ${JSON.stringify(Object.fromEntries(own))} expected ${JSON.stringify(expected.qualifiers)}`);
    }
    tally.extra += open.length;
    for (const claim of open) console.error(`${id} extra ${claim.attribute} ${claim.raw} | ${text}`);
  }
  const precision = tally.right / Math.max(1, tally.right + tally.extra);
  const recall = tally.right / Math.max(1, tally.right + tally.missed);
  return {
    sentences: cases.length,
    precision: round(precision),
    recall: round(recall),
    f1: round((2 * precision * recall) / Math.max(1e-9, precision + recall)),
    qualifierPrecision: round(tally.qualifierRight / Math.max(1, tally.qualifierFound)),
    qualifierRecall: round(tally.qualifierRight / Math.max(1, tally.qualifierGold)),
    msPerKb: speed(cases.map((each) => each.text).join("\n\n")),
  };
}

function controlOf(claim: ExtractedClaim, controls: readonly ExtractedClaim[]): number | undefined {
  const control = controls.find((each) => each.qualifiers.term === claim.qualifiers.term && each.start === claim.start)?.value;
  return control?.kind === "quantity" ? control.value : undefined;
}

function scorePairs(cases: readonly PairCase[]): Record<string, unknown> {
  if (cases.length === 0) return {};
  let right = 0;
  for (const { id, verdict, a, b } of cases) {
    const fact = pharmacologyFacts.find((each) => each.name === a.attribute);
    if (!fact) throw new Error(`No fact named ${a.attribute} in the bench's list (${id}).`);
    const comparison = compareClaims(fact, toClaim(a), toClaim(b));
    if (comparison.verdict === verdict) right++;
    else console.error(`${id} ${comparison.verdict} expected ${verdict}: ${comparison.reason}`);
  }
  return { pairsRight: right, pairs: cases.length };
}

function speed(text: string): number {
  const started = performance.now();
  for (let pass = 0; pass < 5; pass++) extractClaims({ text, start: 0, end: text.length, facts: pharmacologyFacts });
  return round((performance.now() - started) / 5 / (text.length / 1024));
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
