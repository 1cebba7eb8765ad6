// The run of one to three passage sentences that holds most of the sentence's weight, and how much of it.
import type { Analysis } from "./analyse";
import type { Line } from "./line";

export type Window = { from: number; to: number /** Share of the sentence's weight, 0 to 1. */; recall: number };

const longestWindow = 3;
const numberBonus = 0.15;

/** Inverse document frequency of a key over the passage's sentences; unseen keys weigh most. */
export function idfOf(analysis: Analysis, key: string): number {
  const n = Math.max(analysis.lines.length, 1);
  return Math.log(1 + n / (analysis.postings.get(key)?.length ?? 0.7));
}

export type KeyHits = {
  weights: Float64Array;
  total: number;
  /** Indexes of the sentence's keys found in each passage sentence. */
  byLine: number[][];
};

/** Which of the sentence's distinct content keys stand in which passage sentence, with their weights. */
export function hitsOf(line: Line, analysis: Analysis): KeyHits {
  const keys = [...line.keys];
  const weights = new Float64Array(keys.length);
  const byLine: number[][] = analysis.lines.map(() => []);
  let total = 0;
  keys.forEach((key, index) => {
    const weight = idfOf(analysis, key);
    weights[index] = weight;
    total += weight;
    for (const at of analysis.postings.get(key) ?? []) byLine[at]?.push(index);
  });
  return { weights, total, byLine };
}

/** Recall of each single passage sentence. */
export function lineRecalls(hits: KeyHits): Float64Array {
  return Float64Array.from(hits.byLine, (found) =>
    hits.total === 0 ? 0 : found.reduce((sum, index) => sum + (hits.weights[index] ?? 0), 0) / hits.total,
  );
}

/** The best window by recall plus 0.15 x the share of the sentence's quantities found in it. `numberLines` holds, per quantity, the lines that carry it. */
export function bestWindow(hits: KeyHits, numberLines: readonly (readonly number[])[]): Window {
  const lines = hits.byLine.length;
  const stamp = new Int32Array(hits.weights.length).fill(-1);
  const numbersAt: number[][] = Array.from({ length: lines }, () => []);
  numberLines.forEach((at, quantity) => {
    for (const line of at) numbersAt[line]?.push(quantity);
  });
  const numberStamp = new Int32Array(numberLines.length).fill(-1);
  let best: Window = { from: 0, to: Math.min(1, lines), recall: 0 };
  let bestValue = -1;
  for (let from = 0; from < lines; from++) {
    let sum = 0;
    let numbers = 0;
    for (let to = from; to < Math.min(from + longestWindow, lines); to++) {
      for (const index of hits.byLine[to] ?? []) {
        if (stamp[index] === from) continue;
        stamp[index] = from;
        sum += hits.weights[index] ?? 0;
      }
      for (const quantity of numbersAt[to] ?? []) {
        if (numberStamp[quantity] === from) continue;
        numberStamp[quantity] = from;
        numbers++;
      }
      const recall = hits.total === 0 ? 0 : sum / hits.total;
      const value = recall + (numberLines.length === 0 ? 0 : (numberBonus * numbers) / numberLines.length);
      if (value > bestValue + 1e-9) {
        bestValue = value;
        best = { from, to: to + 1, recall };
      }
    }
  }
  return best;
}
