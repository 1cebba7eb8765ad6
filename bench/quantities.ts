// Quantities against a MeasEval folder (spans) or quantulum files (values and units of whole sentences).
import { statSync } from "node:fs";
import { findQuantities } from "@/server/research/claims/core/quantities/find";
import { readMeasEval, scoreSpans } from "./lib/measeval";
import { readQuantulum, scoreSentences } from "./lib/quantulum";

export async function run(args: { corpus?: string }): Promise<Record<string, unknown>> {
  const corpus = args.corpus;
  if (corpus === undefined) throw new Error("The quantities bench needs --corpus: a MeasEval folder or a quantulum JSON file.");
  const cases = corpus.endsWith(".json") || statSync(corpus).isFile() ? readQuantulum(corpus) : null;
  const paragraphs = cases ? [] : readMeasEval(corpus);
  if (!cases && paragraphs.length === 0) {
    const fallback = readQuantulum(corpus);
    if (!fallback) throw new Error(`Nothing to measure in ${corpus}: no tsv folder beside text or txt, and no quantulum JSON.`);
    return summary(
      scoreSentences(fallback, findQuantities),
      fallback.map((each) => each.req),
    );
  }
  if (cases)
    return summary(
      scoreSentences(cases, findQuantities),
      cases.map((each) => each.req),
    );
  return summary(
    scoreSpans(paragraphs, findQuantities),
    paragraphs.map((each) => each.text),
  );
}

function summary(score: object, texts: readonly string[]): Record<string, unknown> {
  const started = performance.now();
  let characters = 0;
  for (const text of texts) {
    findQuantities(text);
    characters += text.length;
  }
  const elapsed = performance.now() - started;
  const listed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(score)) {
    // A sample of what went wrong is progress, not a result.
    if (Array.isArray(value)) for (const each of value.slice(0, 20)) console.error(key, typeof each === "string" ? each : JSON.stringify(each));
    else listed[key] = typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value;
  }
  return { bench: "quantities", ...listed, texts: texts.length, msPerKb: Math.round((elapsed / Math.max(1, characters / 1024)) * 1000) / 1000 };
}
