// Scores quantity spans against a MeasEval folder by the task's definition, Quantity rows only: pairs that touch, overlap F1 over blank-separated
// tokens, the best per found span, averaged over matches, extras and misses.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Quantity } from "@/server/research/claims/core/quantities/types";
import { isValidUnit } from "@/server/research/claims/core/units";

export type GoldSpan = { start: number; end: number; text: string; unit: string | null };
export type Paragraph = { id: string; text: string; spans: GoldSpan[] };

/** Paragraphs of a folder that holds `tsv/` beside `text/` or `txt/`, or of its subfolders that do. */
export function readMeasEval(folder: string): Paragraph[] {
  const tsv = path.join(folder, "tsv");
  if (!existsSync(tsv)) {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => (existsSync(path.join(folder, entry.name, "tsv")) ? readMeasEval(path.join(folder, entry.name)) : []));
  }
  const texts = ["text", "txt"].map((name) => path.join(folder, name)).find(existsSync) ?? folder;
  return readdirSync(tsv)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .map((name) => {
      const id = name.slice(0, -4);
      return { id, text: readFileSync(path.join(texts, `${id}.txt`), "utf8"), spans: readSpans(path.join(tsv, name)) };
    });
}

function readSpans(file: string): GoldSpan[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"))
    .filter((cells) => cells[2] === "Quantity")
    .map((cells) => ({ start: Number(cells[3]), end: Number(cells[4]), text: cells[6] ?? "", unit: unitOf(cells[7] ?? "") }));
}

function unitOf(other: string): string | null {
  return /"unit":\s*"((?:[^"\\]|\\.)*)"/.exec(other)?.[1] ?? null;
}

export type SpanScore = {
  spanF1: number;
  precision: number;
  recall: number;
  exact: number;
  unitAccuracy: number;
  valueAccuracy: number;
  ucumValid: number;
  extras: { context: string }[];
  misses: { context: string }[];
};

export function scoreSpans(paragraphs: readonly Paragraph[], find: (text: string) => Quantity[]): SpanScore {
  const scores: number[] = [];
  const tally = { matched: 0, extra: 0, hit: 0, gold: 0, exact: 0, units: 0, unitsRight: 0, values: 0, valuesRight: 0, codes: 0, valid: 0 };
  const extras: { context: string }[] = [];
  const misses: { context: string }[] = [];
  for (const { text, spans } of paragraphs) {
    const found = find(text);
    for (const quantity of found) {
      if (quantity.unit !== "1") {
        tally.codes++;
        if (isValidUnit(quantity.unit)) tally.valid++;
      }
      const touching = spans.filter((span) => quantity.start <= span.end && span.start <= quantity.end);
      const best = touching.map((span) => ({ span, f1: overlap(quantity, span) })).sort((a, b) => b.f1 - a.f1)[0];
      if (!best) {
        tally.extra++;
        scores.push(0);
        extras.push({ context: show(text, quantity.start, quantity.end) });
        continue;
      }
      tally.matched++;
      scores.push(best.f1);
      if (best.span.start === quantity.start && best.span.end === quantity.end) tally.exact++;
      tally.units++;
      if (sameUnit(quantity.unitRaw ?? null, best.span.unit)) tally.unitsRight++;
      const expected = plainNumbers(best.span.text);
      if (
        expected !== null &&
        best.span.start <= quantity.numberStart &&
        quantity.numberEnd <= best.span.end &&
        expected.length === (quantity.value === undefined ? 2 : 1)
      ) {
        tally.values++;
        if (sameNumbers(expected, quantity)) tally.valuesRight++;
      }
    }
    for (const span of spans) {
      tally.gold++;
      if (found.some((quantity) => quantity.start <= span.end && span.start <= quantity.end)) tally.hit++;
      else {
        scores.push(0);
        misses.push({ context: show(text, span.start, span.end) });
      }
    }
  }
  return {
    spanF1: mean(scores),
    precision: tally.matched / Math.max(1, tally.matched + tally.extra),
    recall: tally.hit / Math.max(1, tally.gold),
    exact: tally.exact / Math.max(1, scores.length),
    unitAccuracy: tally.unitsRight / Math.max(1, tally.units),
    valueAccuracy: tally.valuesRight / Math.max(1, tally.values),
    ucumValid: tally.valid / Math.max(1, tally.codes),
    extras,
    misses,
  };
}

function overlap(found: { start: number; end: number; raw: string }, gold: GoldSpan): number {
  const from = Math.max(found.start, gold.start);
  const shared = found.raw.slice(from - found.start, Math.min(found.end, gold.end) - found.start).split(" ").length;
  const precision = shared / found.raw.split(" ").length;
  const recall = shared / gold.text.split(" ").length;
  return (2 * precision * recall) / (precision + recall);
}

function sameUnit(found: string | null, gold: string | null): boolean {
  const plain = (unit: string | null): string => (unit ?? "").replace(/[\s.]/g, "").toLowerCase();
  return plain(found) === plain(gold) || plain(found) === plain(gold).replace(/s$/, "") || plain(found).replace(/s$/, "") === plain(gold);
}

// Only spans whose numbers a two-line reader can be sure of; the rest is not counted.
function plainNumbers(text: string): number[] | null {
  if (/[×^eE]\s?\d|10[−-]|\d\/\d|\d[,·]\d/.test(text) || !/\d/.test(text)) return null;
  return (text.match(/(?<![\d.])[−-]?\d+(?:\.\d+)?/g) ?? []).map((each) => Math.abs(Number(each.replace("−", "-"))));
}

function sameNumbers(expected: readonly number[], { value, low, high }: Quantity): boolean {
  const own = (value === undefined ? [low, high] : [value]).map((each) => Math.abs(each ?? Number.NaN));
  return own.every((each, index) => Math.abs(each - (expected[index] ?? Number.NaN)) <= 1e-9 * Math.max(1, each));
}

function show(text: string, start: number, end: number): string {
  return `${text.slice(Math.max(0, start - 40), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 30)}`.replaceAll("\n", " ");
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
