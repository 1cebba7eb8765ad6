// Okapi BM25 as Robertson and Zaragoza give it (2009), with the idf that cannot become negative: ln(1 + (N - df + 0.5) / (df + 0.5)).
import { readPostings } from "./posting-list";

export const k1 = 1.2;
export const b = 0.75;

export type Corpus = { readonly passages: number; readonly averageLength: number };
export type TermList = { readonly df: number; readonly packed: Uint8Array };

export function idf(passages: number, df: number): number {
  return Math.log(1 + (passages - df + 0.5) / (df + 0.5));
}

/** One term's share of a score. `tf` weighted term frequency, `length` in terms. */
export function termWeight(tf: number, length: number, averageLength: number): number {
  return (tf * (k1 + 1)) / (tf + k1 * (1 - b + (b * length) / averageLength));
}

/** Scores by passage id for the terms of one question; `weights` is how often the question says each term. */
export function scorePassages(corpus: Corpus, terms: readonly { readonly list: TermList; readonly weight: number }[]): Map<number, number> {
  const scores = new Map<number, number>();
  const average = Math.max(corpus.averageLength, 1);
  for (const { list, weight } of terms) {
    const rarity = idf(corpus.passages, list.df) * weight;
    readPostings(list.packed, (passageId, tf, length) => {
      scores.set(passageId, (scores.get(passageId) ?? 0) + rarity * termWeight(tf, length, average));
    });
  }
  return scores;
}

export type Ranked = { readonly passageId: number; readonly score: number };

/** The best `limit`, best first; equal scores in the order of their ids, so that a search repeats itself. */
export function best(scores: ReadonlyMap<number, number>, limit: number): Ranked[] {
  const all: Ranked[] = [];
  const floor = scores.size > limit * 4 ? threshold(scores, limit) : Number.NEGATIVE_INFINITY;
  for (const [passageId, score] of scores) if (score >= floor) all.push({ passageId, score });
  return all.sort((x, y) => y.score - x.score || x.passageId - y.passageId).slice(0, limit);
}

/** A score that at least `limit` passages reach: sorting numbers in a typed array is much faster than sorting pairs. */
function threshold(scores: ReadonlyMap<number, number>, limit: number): number {
  const values = Float64Array.from(scores.values()).sort();
  return values[values.length - limit] ?? Number.NEGATIVE_INFINITY;
}

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): sum of 1 / (k + rank). */
export function fuse(rankings: readonly (readonly Ranked[])[], k = 60): Map<number, number> {
  const fused = new Map<number, number>();
  for (const ranking of rankings) {
    for (const [index, { passageId }] of ranking.entries()) fused.set(passageId, (fused.get(passageId) ?? 0) + 1 / (k + index + 1));
  }
  return fused;
}
