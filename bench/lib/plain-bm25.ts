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
  const lists = new Map<string, { at: number; tf: number }[]>();
  const lengths = documents.map(({ title, text }, at) => {
    const terms = tokenise(text.startsWith(title) ? text : `${title}\n${text}`, language);
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, tf] of counts) {
      const list = lists.get(term);
      if (list) list.push({ at, tf });
      else lists.set(term, [{ at, tf }]);
    }
    return terms.length;
  });
  const average = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length));
  return (question: string, depth: number, { k1, b }: Parameters): string[] => {
    const scores = new Map<number, number>();
    for (const term of tokenise(question, language)) {
      const list = lists.get(term) ?? [];
      const rarity = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5));
      for (const { at, tf } of list) {
        const weight = (tf * (k1 + 1)) / (tf + k1 * (1 - b + (b * (lengths[at] ?? 0)) / average));
        scores.set(at, (scores.get(at) ?? 0) + rarity * weight);
      }
    }
    return [...scores]
      .sort((x, y) => y[1] - x[1] || x[0] - y[0])
      .slice(0, depth)
      .map(([at]) => documents[at]?.id ?? "");
  };
}
