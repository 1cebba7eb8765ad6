// Measures of a ranking against graded judgements, as trec_eval computes them.

export type Measures = { readonly ndcg10: number; readonly recall100: number; readonly map: number; readonly p30: number };

export function measure(ranked: readonly string[], grades: ReadonlyMap<string, number>): Measures {
  const gain = (id: string | undefined) => grades.get(id ?? "") ?? 0;
  const dcg = (gains: readonly number[]) => gains.reduce((sum, value, i) => sum + value / Math.log2(i + 2), 0);
  const ideal = dcg([...grades.values()].sort((a, b) => b - a).slice(0, 10));
  const hits = (depth: number) => ranked.slice(0, depth).filter((id) => gain(id) > 0).length;
  let seen = 0;
  let precision = 0;
  for (const [index, id] of ranked.entries()) {
    if (gain(id) === 0) continue;
    seen += 1;
    precision += seen / (index + 1);
  }
  return {
    ndcg10: ideal === 0 ? 0 : dcg(ranked.slice(0, 10).map(gain)) / ideal,
    recall100: hits(100) / grades.size,
    map: precision / grades.size,
    p30: hits(30) / 30,
  };
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** `share` from 0 to 1, by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
