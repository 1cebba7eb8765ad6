// The rows of a calibration corpus, in the two forms there are, and a set of our own where none is given.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { exampleLibraryFiles, exampleLibraryFolder } from "@/server/library/example-library";
import { mutations } from "../gate-mutations";
import { samplePairs } from "../gate-sample";

const answerSchema = z.union([z.boolean(), z.number().transform((one) => one > 0.5)]);
const number = z.union([z.number(), z.boolean().transform(Number)]);
const signalsSchema = z.union([
  z.array(z.object({ name: z.string(), value: number })).transform((list) => Object.fromEntries(list.map(({ name, value }) => [name, value]))),
  z.record(z.string(), number),
]);
const lineSchema = z
  .object({
    claim: z.string().optional(),
    evidence: z.union([z.string(), z.array(z.string())]).optional(),
    signals: signalsSchema.optional(),
    correct: answerSchema.optional(),
    label: z.string().optional(),
  })
  .transform((line, context) => {
    const correct = line.correct ?? (line.label === undefined ? undefined : line.label === "supported");
    if (correct === undefined || (line.signals === undefined && (line.claim === undefined || line.evidence === undefined))) {
      context.addIssue({ code: "custom", message: "a line needs correct, and signals or claim and evidence" });
      return z.NEVER;
    }
    return { ...line, correct };
  });

export type CalibrationRow = { readonly correct: boolean } & (
  | { readonly signals: Readonly<Record<string, number>> }
  | { readonly claim: string; readonly evidence: readonly string[] }
);

export function readRows(corpus: string | undefined): CalibrationRow[] {
  if (corpus === undefined) return ownRows();
  const files = statSync(corpus).isDirectory()
    ? readdirSync(corpus, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".jsonl"))
        .sort()
        .map((name) => path.join(corpus, name))
    : [corpus];
  return files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((text, index): CalibrationRow[] => {
        if (text.trim() === "") return [];
        const line = lineSchema.safeParse(JSON.parse(text));
        if (!line.success) throw new Error(`${file}:${index + 1}: ${line.error.issues[0]?.message ?? "unknown form"}.`);
        const { correct, signals, claim, evidence } = line.data;
        if (signals) return [{ correct, signals }];
        return [{ correct, claim: claim ?? "", evidence: typeof evidence === "string" ? [evidence] : (evidence ?? []) }];
      }),
  );
}

const mostSentences = 240;

/** Sentences of the example library as they stand and with one edit that makes them false, and pairs written by hand. */
function ownRows(): CalibrationRow[] {
  const byHand = samplePairs.map(({ claim, evidence, label }): CalibrationRow => ({ claim, evidence, correct: label === "supported" }));
  const passages = exampleLibraryFiles.flatMap((name) =>
    readFileSync(path.join(exampleLibraryFolder(), name), "utf8")
      .replace(/^---\n[\s\S]*?\n---\n/, "")
      .replace(/<[^>]+>/g, " ")
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
      .filter((paragraph) => paragraph.length > 120),
  );
  const kinds = Object.values(mutations);
  const rows = passages.flatMap((passage, index): CalibrationRow[] => {
    const sentences = passage.split(/(?<=[.!?])\s+(?=[A-Z])/).filter((sentence) => sentence.length > 50);
    const sentence = sentences[index % Math.max(1, sentences.length)];
    const others = passages[(index + 1) % passages.length]?.split(/(?<=[.!?])\s+/) ?? [];
    if (!sentence) return [];
    let state = index;
    const chance = (below: number): number => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return below === 0 ? 0 : state % below;
    };
    const edited = kinds
      .map((_, offset) => kinds[(index + offset) % kinds.length]?.({ sentence, others, foreignNames: ["Halvorsen", "Brightwater"], chance }) ?? null)
      .find((one) => one !== null && one !== sentence);
    return [
      { claim: sentence, evidence: [passage], correct: true },
      ...(edited ? [{ claim: edited, evidence: [passage], correct: false }] : []),
      ...(others[0] && others[0].length > 50 ? [{ claim: others[0], evidence: [passage], correct: false }] : []),
    ];
  });
  return [...byHand, ...rows.slice(0, mostSentences)];
}
