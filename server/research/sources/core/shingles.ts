// Five-word shingles of a text as hashes, and how much of the smaller text stands in the larger one.

const shingleWords = 5;
/** Share of the hash range that serves as the sample: the lowest sixteenth of all hashes is a uniform sample of both texts. */
const sampleBelow = 2 ** 28;
/** A sample smaller than this says too little to rule a pair out. */
const smallestSample = 24;

/** Sorted, distinct 32-bit hashes of every run of five words; texts shorter than five words have one shingle of all their words. */
export function shinglesOf(text: string): Uint32Array {
  const words = (
    text
      .toLowerCase()
      .normalize("NFKC")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(hashWord);
  if (words.length === 0) return new Uint32Array();
  const count = Math.max(1, words.length - shingleWords + 1);
  const hashes = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    let hash = 0x9e3779b9;
    for (let i = at; i < Math.min(at + shingleWords, words.length); i++) hash = mix(hash ^ (words[i] ?? 0));
    hashes[at] = hash;
  }
  hashes.sort();
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const value = hashes[i] ?? 0;
    if (i === 0 || value !== hashes[i - 1]) hashes[kept++] = value;
  }
  return hashes.slice(0, kept);
}

/** Share (0 to 1) of the smaller set that is in the larger one; 0 when a sample already shows that it is below half of `atLeast`. */
export function containment(a: Uint32Array, b: Uint32Array, atLeast = 0): number {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  if (small.length === 0) return 0;
  const sample = small.subarray(0, firstAbove(small, sampleBelow));
  if (sample.length >= smallestSample && shared(sample, large.subarray(0, firstAbove(large, sampleBelow))) < (sample.length * atLeast) / 2) return 0;
  return shared(small, large) / small.length;
}

function shared(small: Uint32Array, large: Uint32Array): number {
  let count = 0;
  let at = 0;
  for (const value of small) {
    while (at < large.length && (large[at] ?? 0) < value) at++;
    if (at === large.length) break;
    if (large[at] === value) count++;
  }
  return count;
}

function firstAbove(sorted: Uint32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: spreads every bit, so that low hashes are a fair sample. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
