// Plain BM25 over whole documents, for comparison: title and text as one, no weights, written from the formula. It shares the words' stems with the search that it
// is compared with, so that only the ranking differs.
import { tokenise } from "@/server/library/search/core/tokenise";
import type { CorpusDocument } from "./retrieval-corpus";

export type Parameters = { readonly k1: number; readonly b: number };

/** The usual two: Robertson's, and what Anserini takes for collections of this kind. */
export const usualParameters: readonly Parameters[] = [
  { k1: 1.2, b: 0.75 },
  { k1: 0.9, b: 0.4 },
];

/** A function from a question to the ids of the best `depth` documents. */
export function plainBm25(documents: readonly CorpusDocument[], language: string | null) {
  const lists = new Map<string, PostingList>();
  const lengths = documents.map(({ title, text }, at) => {
    const terms = tokenise(text.startsWith(title) ? text : `${title}\n${text}`, language);
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, tf] of counts) {
      const list = lists.get(term) ?? new PostingList();
      lists.set(term, list);
      list.add(at, tf);
    }
    return terms.length;
  });
  const average = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length));
  return (question: string, depth: number, { k1, b }: Parameters): string[] => {
    const scores = new Map<number, number>();
    for (const term of tokenise(question, language)) {
      const list = lists.get(term);
      if (!list) continue;
      const rarity = Math.log(1 + (documents.length - list.size + 0.5) / (list.size + 0.5));
      list.each((at, tf) => {
        const weight = (tf * (k1 + 1)) / (tf + k1 * (1 - b + (b * (lengths[at] ?? 0)) / average));
        scores.set(at, (scores.get(at) ?? 0) + rarity * weight);
      });
    }
    return [...scores]
      .sort((x, y) => y[1] - x[1] || x[0] - y[0])
      .slice(0, depth)
      .map(([at]) => documents[at]?.id ?? "");
  };
}

/** Documents with frequencies, pair after pair: a hundred thousand documents have ten million of them. */
class PostingList {
  private pairs = new Uint32Array(4);
  private used = 0;

  get size(): number {
    return this.used / 2;
  }

  add(at: number, tf: number): void {
    if (this.used === this.pairs.length) {
      const larger = new Uint32Array(this.pairs.length * 2);
      larger.set(this.pairs);
      this.pairs = larger;
    }
    this.pairs[this.used] = at;
    this.pairs[this.used + 1] = tf;
    this.used += 2;
  }

  each(visit: (at: number, tf: number) => void): void {
    for (let i = 0; i < this.used; i += 2) visit(this.pairs[i] ?? 0, this.pairs[i + 1] ?? 0);
  }
}
