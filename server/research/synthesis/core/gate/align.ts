// Weighted longest common subsequence of two sentences. Coverage is the weight of what matched over the weight of the sentence.
import type { Item, Line } from "./line";
import { matchQuantity } from "./match-quantity";

export type Match = { a: number; b: number };
export type Alignment = { matches: Match[]; coverage: number };

const longest = 400;

function equal(x: Item, y: Item, a: Line, b: Line): boolean {
  if (x.key === y.key) return true;
  if (x.quantity < 0 || y.quantity < 0) return false;
  const [q, p] = [a.quantities[x.quantity], b.quantities[y.quantity]];
  if (!q || !p) return false;
  const grade = matchQuantity(q, p).grade;
  return grade === "full" || grade === "bare";
}

/** Aligns the items of `a` (weights per item) with those of `b`, each cut at 400. Time and space are their product. */
export function align(a: Line, weights: Float64Array, b: Line): Alignment {
  const n = Math.min(a.items.length, longest);
  const m = Math.min(b.items.length, longest);
  const width = m + 1;
  const best = new Float64Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    const x = a.items[i];
    if (!x) continue;
    const weight = weights[i] ?? 0;
    for (let j = m - 1; j >= 0; j--) {
      const y = b.items[j];
      const skip = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
      const take = y && equal(x, y, a, b) ? weight + (best[(i + 1) * width + j + 1] ?? 0) : -1;
      best[i * width + j] = Math.max(take, skip);
    }
  }
  return { matches: trace(a, weights, b, best, n, m), coverage: (best[0] ?? 0) / Math.max(total(weights, n), 1e-9) };
}

function total(weights: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += weights[i] ?? 0;
  return sum;
}

function trace(a: Line, weights: Float64Array, b: Line, best: Float64Array, n: number, m: number): Match[] {
  const matches: Match[] = [];
  const width = m + 1;
  let i = 0;
  let j = 0;
  while (i < n && j < m) {
    const x = a.items[i];
    const y = b.items[j];
    const here = best[i * width + j] ?? 0;
    const pairs = x && y && equal(x, y, a, b);
    // On a tie the earlier pair is taken, so that equal words stay in their place.
    if (pairs && (weights[i] ?? 0) + (best[(i + 1) * width + j + 1] ?? 0) >= here - 1e-9) matches.push({ a: i++, b: j++ });
    else if ((best[i * width + j + 1] ?? 0) >= here - 1e-9) j++;
    else i++;
  }
  return matches;
}
