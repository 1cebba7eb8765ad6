// Okapi BM25 as Robertson and Zaragoza give it (2009), with the idf that cannot become negative: ln(1 + (N - df + 0.5) / (df + 0.5)). A passage counts
// for what it says and for what its document says, each by BM25 over its own kind: what a text is about stands in more than one of its passages.
import { documentAt, type Layout } from "./layout";
import type { PostingList } from "./posting-list";
import { pageEnd, ScoreTable, slotOf } from "./score-table";

export const k1 = 1.2;
export const b = 0.75;
/** What a document's score counts beside its passage's. */
const documentShare = 1;

export type Corpus = { readonly passages: number; readonly averageLength: number; readonly layout: Layout };
export type Term = { readonly list: PostingList; readonly weight: number };

export function idf(units: number, df: number): number {
  return Math.log(1 + (units - df + 0.5) / (df + 0.5));
}

/** One term's share of a score. `tf` weighted term frequency, `length` in terms. */
export function termWeight(tf: number, length: number, averageLength: number): number {
  return (tf * (k1 + 1)) / (tf + k1 * (1 - b + (b * length) / averageLength));
}

/** Scores for the terms of one question; `weight` is how often it says a term. Only passages of marked documents are scored. */
export function scorePassages(corpus: Corpus, terms: readonly Term[], allowed: Uint8Array | null): ScoreTable {
  const { layout } = corpus;
  const average = Math.max(corpus.averageLength, 1);
  const scores = new ScoreTable();
  const told = terms.map(({ list, weight }) => addTerm(corpus, list, weight, average, scores, allowed));
  addDocuments(layout, told, scores);
  return scores;
}

/** How often each document says a term. */
type Told = { readonly documents: number[]; readonly frequencies: number[]; readonly weight: number };

function addTerm(
  { layout, passages }: Corpus,
  list: PostingList,
  weight: number,
  average: number,
  scores: ScoreTable,
  allowed: Uint8Array | null,
): Told {
  const told = { documents: [] as number[], frequencies: [] as number[], weight };
  const rarity = idf(Math.max(passages, list.passages.length), list.passages.length) * weight * (k1 + 1);
  const fixed = k1 * (1 - b);
  const perTerm = (k1 * b) / average;
  let document = -1;
  let last = -1;
  let open = -1;
  let page: Float64Array = new Float64Array(0);
  let end = 0;
  for (let i = 0; i < list.passages.length; i += 1) {
    const id = list.passages[i] ?? 0;
    if (id > last) {
      document = documentAt(layout, id, Math.max(document, 0));
      last = document < 0 ? -1 : (layout.lasts[document] ?? -1);
    }
    if (document < 0 || (allowed && allowed[document] === 0)) continue;
    const tf = list.frequencies[i] ?? 0;
    const length = list.lengths[i] ?? 0;
    if (id >= end) {
      page = scores.page(id);
      end = pageEnd(id);
    }
    const slot = slotOf(id);
    page[slot] = (page[slot] ?? 0) + (rarity * tf) / (tf + fixed + perTerm * length);
    if (open === document) told.frequencies[told.frequencies.length - 1] = (told.frequencies.at(-1) ?? 0) + tf;
    else {
      told.documents.push(document);
      told.frequencies.push(tf);
      open = document;
    }
  }
  return told;
}

/** Adds each document's own score to its passages that have one. */
function addDocuments(layout: Layout, told: readonly Told[], scores: ScoreTable): void {
  const documents = layout.firsts.length;
  const own = new Float64Array(documents);
  for (const { documents: which, frequencies, weight } of told) {
    const rarity = idf(documents, which.length) * weight;
    for (let i = 0; i < which.length; i += 1) {
      const at = which[i] ?? 0;
      own[at] = (own[at] ?? 0) + rarity * termWeight(frequencies[i] ?? 0, layout.lengths[at] ?? 1, 1);
    }
  }
  let document = 0;
  scores.each((id) => {
    document = documentAt(layout, id, Math.max(document, 0));
    const page = scores.page(id);
    const slot = slotOf(id);
    page[slot] = (page[slot] ?? 0) + documentShare * (own[document] ?? 0);
  });
}
