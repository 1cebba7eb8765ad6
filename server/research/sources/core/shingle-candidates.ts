// Which pairs of texts may be copies, found without setting every text against every other. The smallest hashes of a text are a fair sample of its
// shingles (bottom-k MinHash, Broder 1997): the share of the smaller text's sample that the larger text holds estimates how much of it stands there.

/** Hashes in a sample. At a true share of 0.8 the chance of finding fewer than half of them is below one in a million. */
const sampleSize = 64;
/** Share of the sample that must be met for the pair to be looked at in full. */
const enough = 0.5;

/** Pairs of indexes, the shorter text first, that share enough of the shorter one's sample. Each list is sorted ascending and distinct. */
export function candidatePairs(texts: readonly Uint32Array[]): [number, number][] {
  const holders = new Map<number, number[]>();
  let highest = 0;
  texts.forEach((hashes, index) => {
    for (const hash of hashes.subarray(0, sampleSize)) {
      highest = Math.max(highest, hash);
      const list = holders.get(hash);
      if (list) list.push(index);
      else holders.set(hash, [index]);
    }
  });
  const pairs: [number, number][] = [];
  const met = new Uint16Array(texts.length);
  texts.forEach((hashes, large) => {
    const touched: number[] = [];
    for (const hash of hashes) {
      if (hash > highest) break;
      for (const small of holders.get(hash) ?? []) {
        if (met[small] === 0) touched.push(small);
        met[small] = (met[small] ?? 0) + 1;
      }
    }
    for (const small of touched.sort((a, b) => a - b)) {
      const needed = enough * Math.min(sampleSize, texts[small]?.length ?? 0);
      if (isShorter(texts, small, large) && (met[small] ?? 0) >= needed) pairs.push([small, large]);
      met[small] = 0;
    }
  });
  return pairs;
}

function isShorter(texts: readonly Uint32Array[], small: number, large: number): boolean {
  const [a, b] = [texts[small]?.length ?? 0, texts[large]?.length ?? 0];
  return a < b || (a === b && small < large);
}
