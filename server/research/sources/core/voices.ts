// Independent voices: sources that trace to one upstream, or whose texts copy one another, are one voice however many they are.
import { disjointSets } from "./disjoint-sets";
import { candidatePairs } from "./shingle-candidates";
import { containment, shinglesOf } from "./shingles";

export type VoiceSource = {
  readonly key: string;
  /** Identity key of the work it copies or derives from, which need not be among the sources. */
  readonly upstreamKey: string | null;
} & ({ readonly text: string } | { readonly shingles: Uint32Array });

/** Share of the shorter text's five-word runs that must stand in the longer one. */
const copyShare = 0.8;
/** Fewer runs than this are a phrase, which two authors may share; then only the same words from end to end are a copy. */
const phraseRuns = 12;

/** The voice of every source by its key. A voice is named by the smallest key of its group, so the order of the sources does not matter. */
export function voicesOf(sources: readonly VoiceSource[]): Map<string, string> {
  const sorted = [...sources].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  // Sources first, then upstreams that are not among them.
  for (const source of sorted) numberOf(source.key);
  for (const source of sorted) if (source.upstreamKey) numberOf(source.upstreamKey);
  const sets = disjointSets(numbers.size);
  for (const source of sorted) if (source.upstreamKey) sets.join(numberOf(source.key), numberOf(source.upstreamKey));

  const shingles = sorted.map((source) => ("shingles" in source ? source.shingles : shinglesOf(source.text)));
  for (const [i, j] of candidatePairs(shingles)) {
    const [a, b] = [shingles[i], shingles[j]];
    const [keyA, keyB] = [sorted[i]?.key, sorted[j]?.key];
    if (!a || !b || keyA === undefined || keyB === undefined || keyA === keyB) continue;
    if (sets.find(numberOf(keyA)) !== sets.find(numberOf(keyB)) && copies(a, b)) sets.join(numberOf(keyA), numberOf(keyB));
  }

  const voices = new Map<string, string>();
  const nameOfRoot = new Map<number, string>();
  for (const source of sorted) {
    const root = sets.find(numberOf(source.key));
    const name = nameOfRoot.get(root) ?? source.key;
    nameOfRoot.set(root, name);
    voices.set(source.key, name);
  }
  return voices;
}

function copies(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length === 0 || b.length === 0) return false;
  if (Math.min(a.length, b.length) < phraseRuns) return a.length === b.length && containment(a, b) === 1;
  return containment(a, b, copyShare) >= copyShare;
}
