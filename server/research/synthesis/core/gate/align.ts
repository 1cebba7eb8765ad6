// Weighted longest common subsequence of two sentences. Coverage is the weight of what matched over the weight of the sentence.
import type { Item, Line } from "./line";
import { matchQuantity } from "./match-quantity";

export type Match = { a: number; b: number };
export type Alignment = { matches: Match[]; coverage: number };

const longest = 400;

function isEqual(x: Item, y: Item, a: Line, b: Line): boolean {
  if (x.key === y.key) return true;
  if (x.quantity < 0 || y.quantity < 0) return false;
  const [q, p] = [a.quantities[x.quantity], b.quantities[y.quantity]];
  if (!q || !p) return false;
  const grade = matchQuantity(q, p).grade;
  return grade === "full" || grade === "bare";
}

/** Aligns two rows of `n` and `m` items (each cut at 400) by how well two items fit (0 to 1) and the weights of the first. Time and space are their product. */
export function alignBy(n: number, m: number, weights: Float64Array, likeness: (i: number, j: number) => number): Alignment {
  const rows = Math.min(n, longest);
  const columns = Math.min(m, longest);
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const gain = new Float64Array(rows * width);
  for (let i = rows - 1; i >= 0; i--) {
    const weight = weights[i] ?? 0;
    for (let j = columns - 1; j >= 0; j--) {
      const at = i * width + j;
      const skip = Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
      const share = likeness(i, j);
      if (share > 0) {
        gain[at] = share * weight;
        best[at] = Math.max(skip, share * weight + (best[at + width + 1] ?? 0));
      } else best[at] = skip;
    }
  }
  const matches: Match[] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const at = i * width + j;
    const here = (best[at] ?? 0) - 1e-9;
    // On a tie the earlier pair is taken, so that equal words stay in their place.
    if ((gain[at] ?? 0) > 0 && (gain[at] ?? 0) + (best[at + width + 1] ?? 0) >= here) matches.push({ a: i++, b: j++ });
    else if ((best[at + 1] ?? 0) >= here) j++;
    else i++;
  }
  let total = 0;
  for (let i = 0; i < rows; i++) total += weights[i] ?? 0;
  return { matches, coverage: (best[0] ?? 0) / Math.max(total, 1e-9) };
}

/** Aligns the items of `a` (weights per item) with those of `b`. */
export function align(a: Line, weights: Float64Array, b: Line): Alignment {
  return alignBy(a.items.length, b.items.length, weights, (i, j) => {
    const [x, y] = [a.items[i], b.items[j]];
    return x !== undefined && y !== undefined && isEqual(x, y, a, b) ? 1 : 0;
  });
}
