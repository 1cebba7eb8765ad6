// Which of the passages nearest to a question are near at all. Cosines mean something else for every model, so that each is set against those of the whole
// library: how far of the way from there to sameness it is, and, where there are enough to tell, how rare that is.

/** Count, sum and sum of squares of the cosines of all passages to one question. */
export type Spread = { readonly count: number; readonly sum: number; readonly squares: number };

/** Share of the way from the others' mean to 1. */
const leastLift = 0.35;
/** Standard deviations from the mean. */
const leastRarity = 2;
/** Of fewer passages a deviation says nothing. */
const enough = 30;
const mostNear = 10;

export const noSpread: Spread = { count: 0, sum: 0, squares: 0 };

export function together(left: Spread, right: Spread): Spread {
  return { count: left.count + right.count, sum: left.sum + right.sum, squares: left.squares + right.squares };
}

/** Those of the nearest, best first, that stand out; at most ten. */
export function standingOut<T extends { readonly cosine: number }>(near: readonly T[], spread: Spread): T[] {
  return near.slice(0, mostNear).filter(({ cosine }) => {
    const others = Math.max(1, spread.count - 1);
    const mean = (spread.sum - cosine) / others;
    const deviation = Math.sqrt(Math.max(0, (spread.squares - cosine * cosine) / others - mean * mean));
    const isRare = spread.count < enough || cosine - mean >= leastRarity * deviation;
    return isRare && cosine - mean >= leastLift * (1 - mean);
  });
}
