// Does a score promise what it keeps? ece: expected calibration error over ten bins of equal width, the mean distance between the score promised in a bin
// and the share that was right, weighted by the bin's size. brier: mean squared error of the promise. Both are better when smaller.
// `--fit` prints the line that a logistic regression over these rows proposes for weights.json; it never writes.

import { calibrated, type Line, logOdds } from "@/server/research/scoring/core/calibrate";
import { calibration, confidenceWeights } from "@/server/research/scoring/core/weights";
import { checkSentence } from "@/server/research/synthesis/core/gate/check-sentence";
import { type CalibrationRow, readRows } from "./lib/calibration-rows";
import { crossPredictions, fitLogistic } from "./lib/logistic";

type Promised = { readonly score: number; readonly correct: boolean };
type Method = "gate" | "confidence" | "cross-fitted";
const bins = 10;

export async function run(args: { corpus?: string; fit?: boolean }): Promise<Record<string, unknown>> {
  const rows = readRows(args.corpus);
  if (rows.length === 0) throw new Error("The calibration bench found no line to measure.");
  const signals = rows.flatMap((row) => ("signals" in row ? [row] : []));
  const pairs = rows.flatMap((row) => ("claim" in row ? [row] : []));
  const scored = [...(pairs.length > 0 ? [byGate(pairs)] : []), ...(signals.length > 0 ? [bySignals(signals)] : [])];
  const promises = scored.flatMap((one) => one.promised);
  if (args.fit) for (const { method, raw } of scored) if (method !== "cross-fitted") propose(method, raw);
  table(promises);
  return {
    bench: "calibration",
    ece: round(eceOf(promises)),
    brier: round(mean(promises.map(({ score, correct }) => (score - (correct ? 1 : 0)) ** 2))),
    rows: rows.length,
    right: round(mean(promises.map(({ correct }) => (correct ? 1 : 0)))),
    methods: scored.map(({ method }) => method),
    uncalibratedEce: round(eceOf(scored.flatMap(({ raw }) => raw))),
  };
}

type Scored = { readonly method: Method; readonly raw: readonly Promised[]; readonly promised: readonly Promised[] };

function byGate(rows: readonly Extract<CalibrationRow, { claim: string }>[]): Scored {
  const raw = rows.map(({ claim, evidence, correct }) => ({ score: gateScore(claim, evidence), correct }));
  return { method: "gate", raw, promised: through(raw, calibration.gate) };
}

/** What a rule blocks is not printed: its score counts for the share that blocked sentences were right in. */
function gateScore(claim: string, evidence: readonly string[]): number {
  const { score, findings } = checkSentence(claim, [{ text: evidence.join("\n") }]);
  return findings.some((finding) => finding.blocking) ? score * calibration.blocked : score;
}

function bySignals(rows: readonly Extract<CalibrationRow, { signals: unknown }>[]): Scored {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.signals)))].sort();
  if (names.some((name) => name in confidenceWeights)) {
    const raw = rows.map(({ signals, correct }) => ({ score: confidenceOf(signals), correct }));
    return { method: "confidence", raw, promised: through(raw, calibration.confidence) };
  }
  // Signals that Variorum does not count have no weights here: they are judged by lines fitted on the other rows.
  const features = rows.map(({ signals, correct }) => ({ features: names.map((name) => signals[name] ?? 0), correct }));
  const promised = crossPredictions(features).map((score, index) => ({ score, correct: features[index]?.correct ?? false }));
  return { method: "cross-fitted", raw: promised, promised };
}

function confidenceOf(signals: Readonly<Record<string, number>>): number {
  const sum = Object.entries(confidenceWeights).reduce((total, [name, weight]) => total + weight * (signals[name] ?? 0), 0);
  return Math.min(1, Math.max(0, sum / 100));
}

function through(raw: readonly Promised[], line: Line): Promised[] {
  return raw.map(({ score, correct }) => ({ score: calibrated(score, line), correct }));
}

function propose(method: Method, raw: readonly Promised[]): void {
  const { intercept, slopes } = fitLogistic(raw.map(({ score, correct }) => ({ features: [logOdds(score)], correct })));
  console.error(
    `proposed for calibration.${method} in weights.json: ${JSON.stringify({ intercept: round(intercept), slope: round(slopes[0] ?? 1) })}`,
  );
}

function binsOf(promises: readonly Promised[]): { from: number; members: Promised[] }[] {
  return Array.from({ length: bins }, (_, index) => ({
    from: index / bins,
    members: promises.filter(({ score }) => Math.min(bins - 1, Math.floor(score * bins)) === index),
  }));
}

function eceOf(promises: readonly Promised[]): number {
  return binsOf(promises).reduce((sum, { members }) => sum + (members.length / Math.max(1, promises.length)) * gapOf(members), 0);
}

function gapOf(members: readonly Promised[]): number {
  return members.length === 0 ? 0 : Math.abs(mean(members.map(({ score }) => score)) - mean(members.map(({ correct }) => (correct ? 1 : 0))));
}

function table(promises: readonly Promised[]): void {
  console.error("promised     rows  mean promise  right");
  for (const { from, members } of binsOf(promises)) {
    const right = mean(members.map(({ correct }) => (correct ? 1 : 0)));
    const promise = mean(members.map(({ score }) => score));
    const shown = members.length === 0 ? "" : `${promise.toFixed(3).padStart(12)}  ${right.toFixed(3)}`;
    console.error(`${from.toFixed(1)} to ${(from + 1 / bins).toFixed(1)}  ${String(members.length).padStart(5)}  ${shown}`);
  }
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
