// The transparent score: a logistic sum of counted signals. The weights are data and are shown beside the score.
import { type Case, windowLines } from "./case";
import type { Finding } from "./finding";
import type { Line } from "./line";
import { quantifierOf } from "./opposites";
import { checkBinding } from "./rule-binding";
import { unknownWords } from "./rule-names";
import { checkMonths } from "./rule-numbers";

export type Signals = {
  recall: number;
  jaccard: number;
  run: number;
  anyItemMissing: number;
  numbersFull: number;
  namesMissing: number;
  quantifiersMissing: number;
  bindings: number;
  /** Rules that say the passage has it otherwise. */
  contradictions: number;
};

export const scoreBias = -1.9;
export const scoreWeights: Readonly<Signals> = {
  recall: 2.2,
  jaccard: 2.2,
  run: 0.04,
  anyItemMissing: -1.95,
  numbersFull: 0.35,
  namesMissing: -0.7,
  quantifiersMissing: -0.3,
  bindings: -0.3,
  contradictions: -1.25,
};

/** Score needed where no rule blocks; strict serves safety, dosing and legal facts. */
export const thresholds = { default: { score: 0.5, recall: 0 }, strict: { score: 0.65, recall: 0.75 } } as const;

const cap = 3;
const longestRun = 15;

function jaccardOf(a: Line, b: Line): number {
  let shared = 0;
  for (const key of a.keys) if (b.keys.has(key)) shared++;
  const union = a.keys.size + b.keys.size - shared;
  return union === 0 ? 0 : shared / union;
}

/** Longest run of words that both sentences have in the same order without a gap, at most 15. */
function runOf(a: Line, b: Line): number {
  const theirs = b.items.map((item) => item.key);
  let best = 0;
  let before = new Int32Array(theirs.length + 1);
  let row = new Int32Array(theirs.length + 1);
  for (const { key } of a.items.slice(0, 400)) {
    row.fill(0);
    // Most words of the one stand nowhere in the other.
    for (let j = theirs.indexOf(key); j >= 0; j = theirs.indexOf(key, j + 1)) {
      const length = (before[j] ?? 0) + 1;
      row[j + 1] = length;
      if (length > best) best = length;
    }
    [before, row] = [row, before];
  }
  return Math.min(best, longestRun);
}

function quantifiersMissing(c: Case): number {
  const there = new Set<string>();
  for (const line of windowLines(c)) for (const token of line.tokens) there.add(quantifierOf(token.lower) ?? "");
  const missing = new Set<string>();
  for (const token of c.line.tokens) {
    const name = quantifierOf(token.lower);
    if (name !== undefined && !there.has(name)) missing.add(name);
  }
  return missing.size;
}

/** The signals of one sentence against one passage, given what the rules found. */
export function signalsOf(c: Case, findings: readonly Finding[] = checkBinding(c)): Signals {
  const lines = windowLines(c);
  const best = c.candidates[0]?.line ?? lines[0];
  const full = c.places.filter((place) => place.best.grade === "full" && place.lines.some((at) => at >= c.window.from && at < c.window.to)).length;
  return {
    recall: c.window.recall,
    jaccard: best ? jaccardOf(c.line, best) : 0,
    run: best ? Math.max(...(lines.length > 0 ? lines : [best]).map((line) => runOf(c.line, line)), runOf(c.line, best)) : 0,
    anyItemMissing: c.places.some((place) => place.best.grade === "none" || place.best.grade === "clash") || checkMonths(c).length > 0 ? 1 : 0,
    numbersFull: c.places.length === 0 ? 0 : full / c.places.length,
    namesMissing: Math.min(cap, c.names.filter((span) => unknownWords(c, span).length > 0).length),
    quantifiersMissing: Math.min(cap, quantifiersMissing(c)),
    bindings: Math.min(cap, findings.filter((one) => one.rule === "binding").length),
    contradictions: Math.min(cap, new Set(findings.filter((one) => one.blocking).map((one) => one.rule)).size),
  };
}

/** 1 / (1 + e^-z) of the weighted signals. */
export function scoreOf(signals: Signals): number {
  let z = scoreBias;
  for (const [name, weight] of Object.entries(scoreWeights)) z += weight * (signals[name as keyof Signals] ?? 0);
  return 1 / (1 + Math.exp(-z));
}
