// From scores to an order, and from several orders to one.
import type { ScoreTable } from "./score-table";

export type Ranked = { readonly passageId: number; readonly score: number };

/** The best `limit`, best first; equal scores in the order of their ids, so that a search repeats itself. */
export function best(scores: ScoreTable, limit: number): Ranked[] {
  const values: number[] = [];
  scores.each((_, value) => values.push(value));
  // Sorting numbers in a typed array is much faster than sorting pairs.
  const floor = values.length > limit * 4 ? (Float64Array.from(values).sort()[values.length - limit] ?? 0) : 0;
  const all: Ranked[] = [];
  scores.each((passageId, score) => {
    if (score >= floor) all.push({ passageId, score });
  });
  return inOrder(all).slice(0, limit);
}

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): sum of 1 / (k + rank), best first. */
export function fuse(rankings: readonly (readonly Ranked[])[], k = 60): Ranked[] {
  const fused = new Map<number, number>();
  for (const ranking of rankings) {
    for (const [index, { passageId }] of ranking.entries()) fused.set(passageId, (fused.get(passageId) ?? 0) + 1 / (k + index + 1));
  }
  return inOrder([...fused].map(([passageId, score]) => ({ passageId, score })));
}

/** Several orders as one, by their scores. */
export function merged(rankings: readonly (readonly Ranked[])[]): Ranked[] {
  return inOrder(rankings.flat());
}

function inOrder(ranked: Ranked[]): Ranked[] {
  return ranked.sort((x, y) => y.score - x.score || x.passageId - y.passageId);
}
