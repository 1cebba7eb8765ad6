// Two wordings of one sentence: which words are gone, which are new, which stay.
export type DiffPart = { readonly kind: "same" | "gone" | "new"; readonly text: string };

/** Longer sentences are shown whole, one struck and one new: a table of this size is the most that is worth it. */
const mostWords = 400;

/** Parts in reading order; what is gone stands before what is new in its place. Together the parts that are not gone are `after`. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length > mostWords || b.length > mostWords) return [part("gone", a), part("new", b)].filter(({ text }) => text !== "");
  const lengths = common(a, b);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(parts, "same", b[j] ?? "");
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      push(parts, "gone", a[i] ?? "");
      i += 1;
    } else {
      push(parts, "new", b[j] ?? "");
      j += 1;
    }
  }
  return parts;
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

/** Length of the longest common run of words from each pair of places on. */
function common(a: readonly string[], b: readonly string[]): readonly number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = a[i] === b[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

const at = (lengths: readonly number[][], i: number, j: number): number => lengths[i]?.[j] ?? 0;

function push(parts: DiffPart[], kind: DiffPart["kind"], word: string): void {
  const last = parts.at(-1);
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: `${last.text} ${word}` };
  else parts.push({ kind, text: word });
}

const part = (kind: DiffPart["kind"], words: readonly string[]): DiffPart => ({ kind, text: words.join(" ") });
