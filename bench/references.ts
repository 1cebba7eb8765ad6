// Scripture references of texts against the OSIS expected. `exact` counts equal OSIS strings; `samePlaces` counts those that name the same verses in other words.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { bcv_parser as BibleParser } from "bible-passage-reference-parser";
import * as english from "bible-passage-reference-parser/esm/lang/en.js";
import { z } from "zod";
import { findPassages } from "@/server/library/references/core/scripture";
import { referenceCases } from "./lib/reference-cases";

const osisSchema = z.union([z.string(), z.array(z.string()), z.null()]).optional();
const caseSchema = z
  .object({ text: z.string(), osis: osisSchema, expected: osisSchema, language: z.string().optional() })
  .transform(({ text, osis, expected, language }) => ({ text, osis: plain(osis ?? expected ?? ""), language }));
const corpusSchema = z.union([z.array(caseSchema), z.object({ cases: z.array(caseSchema) }).transform((body) => body.cases)]);

export async function run(args: { corpus?: string }): Promise<Record<string, unknown>> {
  const cases = args.corpus === undefined ? referenceCases.map((one) => ({ ...one, language: undefined })) : readCorpus(args.corpus);
  const verses = new BibleParser(english);
  verses.set_options({ testaments: "ona", osis_compaction_strategy: "bcv" });
  const places = (osis: string): string => verses.parse(osis).osis();
  let exact = 0;
  let samePlaces = 0;
  const started = performance.now();
  const found = cases.map(({ text, language }) =>
    findPassages(text, language)
      .map((passage) => passage.osis)
      .join(","),
  );
  const msPerCase = (performance.now() - started) / Math.max(1, cases.length);
  cases.forEach(({ text, osis }, index) => {
    const own = found[index] ?? "";
    if (own === osis) exact++;
    else console.error(`${JSON.stringify(text)}: ${own || "none"}, expected ${osis || "none"}`);
    if (own === osis || places(own) === places(osis)) samePlaces++;
  });
  return {
    bench: "references",
    exact: share(exact, cases.length),
    cases: cases.length,
    samePlaces: share(samePlaces, cases.length),
    msPerCase: Math.round(msPerCase * 1000) / 1000,
  };
}

function readCorpus(corpus: string): z.infer<typeof corpusSchema> {
  const files = statSync(corpus).isDirectory()
    ? readdirSync(corpus)
        .filter((name) => /\.jsonl?$/.test(name))
        .sort()
        .map((name) => path.join(corpus, name))
    : [corpus];
  return files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const body: unknown = file.endsWith(".jsonl")
      ? text
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line): unknown => JSON.parse(line))
      : JSON.parse(text);
    const parsed = corpusSchema.safeParse(body);
    if (!parsed.success) throw new Error(`${file} is no list of {text, osis}: ${parsed.error.issues[0]?.message ?? "unknown form"}.`);
    return parsed.data;
  });
}

/** Lists, blanks and semicolons in one form: references joined by commas. */
function plain(osis: string | readonly string[]): string {
  return (typeof osis === "string" ? osis.split(/[,;\s]+/) : osis.flatMap((one) => one.split(/[,;\s]+/))).filter((one) => one !== "").join(",");
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}
