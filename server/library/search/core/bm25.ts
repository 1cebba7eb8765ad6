// Okapi BM25 as Robertson and Zaragoza give it (2009), with the idf that cannot become negative: ln(1 + (N - df + 0.5) / (df + 0.5)). A passage counts
// for what it says and for what its document says, each by BM25 over its own kind: what a text is about stands in more than one of its passages.
import { documentAt, type Layout } from "./layout";
import type { PostingList } from "./posting-list";
import { pageEnd, ScoreTable, slotOf } from "./score-table";

export const k1 = 1.2;
export const b = 0.75;
/** What a document's score counts beside its passage's: measured on collections of short and of long documents, of which the short ones want more of it. */
const documentShare = 2;

export type Corpus = { readonly passages: number; readonly averageLength: number; readonly layout: Layout };
export type Term = {
  readonly list: PostingList;
  readonly weight: number;
  /** Terms of one number are forms of one word, as languages stem it, and as rare as they are together; undefined: a word of its own. */
  readonly word?: number;
};

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
  const holding = heldTogether(terms, ({ list }) => list.passages.length);
  const told = terms.map((term, i) => addTerm(corpus, term, holding[i] ?? 0, average, scores, allowed));
  addDocuments(layout, told, scores);
  return scores;
}

/** For each term the sum over all forms of its word: a form that few texts are written in is not rare by that. */
function heldTogether<T extends Pick<Term, "word">>(terms: readonly T[], count: (term: T) => number): number[] {
  const sums = new Map<number, number>();
  for (const term of terms) if (term.word !== undefined) sums.set(term.word, (sums.get(term.word) ?? 0) + count(term));
  return terms.map((term) => (term.word === undefined ? count(term) : (sums.get(term.word) ?? 0)));
}

/** How often each document says a term. */
type Told = Pick<Term, "weight" | "word"> & { readonly documents: number[]; readonly frequencies: number[] };

function addTerm(
  { layout, passages }: Corpus,
  { list, weight, word }: Term,
  holding: number,
  average: number,
  scores: ScoreTable,
  allowed: Uint8Array | null,
): Told {
  const told: Told = { documents: [], frequencies: [], weight, ...(word === undefined ? {} : { word }) };
  const rarity = idf(Math.max(passages, holding), holding) * weight * (k1 + 1);
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
  const holding = heldTogether(told, ({ documents: which }) => which.length);
  for (const [i, { documents: which, frequencies, weight }] of told.entries()) {
    const rarity = idf(documents, Math.min(documents, holding[i] ?? 0)) * weight;
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
