// Indexes ranked for queries: by words, with the passages that must or must not be among them.
import type { Db } from "@/db/client";
import { scorePassages } from "./core/bm25";
import { allowedOf } from "./core/layout";
import type { PostingList } from "./core/posting-list";
import { best, fuse, merged, type Ranked } from "./core/ranking";
import type { ScoreTable } from "./core/score-table";
import { together } from "./core/together";
import { tokenise } from "./core/tokenise";
import { readIndex, readLayout } from "./read-index";
import { searchLimits } from "./schema";
import type { SearchScope, Shelf } from "./store";

/** How many of each query's best take part in a fusion. */
export const fusionDepth = 100;

export type RankInput = {
  readonly queries: readonly string[];
  /** Sequences of words all of which must stand in a passage; only that its words do is looked at here. */
  readonly phrases: readonly string[];
  /** Words none of which may stand in a passage. */
  readonly excluded: readonly string[];
  /** Null: all that may be read. */
  readonly documentIds: ReadonlySet<string> | null;
};

/** The best `depth` passages, best first. */
export type Ranking = (depth: number) => readonly Ranked[];

/** The passages of all shelves in one order; each shelf is ranked by its own statistics. */
export async function rankShelves(db: Db, shelves: readonly Shelf[], input: RankInput): Promise<Ranking> {
  const rankings: Ranking[] = [];
  for (const shelf of shelves) rankings.push(await rankShelf(db, shelf, input));
  const [only] = rankings;
  return rankings.length === 1 && only ? only : (depth) => merged(rankings.map((ranking) => ranking(depth))).slice(0, depth);
}

async function rankShelf(db: Db, shelf: Shelf, input: RankInput): Promise<Ranking> {
  const { searched } = shelf;
  const readings = input.queries.map((query) => readingsOf(query, searched));
  const queries = readings.map((each): Query => ({ weights: weightsOf(each), words: wordsOf(each) })).filter(({ weights }) => weights.size > 0);
  const asked = [...new Set(queries.flatMap(({ weights }) => [...weights.keys()]))].slice(0, searchLimits.lexemes);
  const layout = await readLayout(db, shelf);
  const rare = await readIndex(db, searched, asked);
  // Of a question whose words are all common ones, those are all there is to go by.
  const lists = rare.size > 0 ? rare : await readIndex(db, searched, asked, true);
  const corpus = { passages: searched.passageCount, averageLength: searched.sumLength / Math.max(1, searched.passageCount), layout };
  const allowed = allowedOf(layout, input.documentIds, !shelf.own);
  const may = await sieve(db, searched, input);
  const scored = queries.map((query) => {
    const scores = scorePassages(corpus, termsOf(query, lists), allowed);
    may?.(scores);
    return scores;
  });
  const [only] = scored;
  if (scored.length === 1 && only) return (depth) => best(only, depth);
  const fused = fuse(scored.map((scores) => best(scores, fusionDepth)));
  return (depth) => fused.slice(0, depth);
}

type Query = { readonly weights: Weighted; readonly words: ReadonlyMap<string, number> };

function termsOf({ weights, words }: Query, lists: ReadonlyMap<string, PostingList>): Parameters<typeof scorePassages>[1] {
  return [...weights].flatMap(([lexeme, weight]) => {
    const list = lists.get(lexeme);
    const word = words.get(lexeme);
    return list ? [{ list, weight, ...(word === undefined ? {} : { word }) }] : [];
  });
}

/** Which lexemes are forms of one word of a query, by a number for each; empty where the library has one language, in which each word has one form. */
function wordsOf(readings: readonly Reading[]): ReadonlyMap<string, number> {
  const [first = []] = readings;
  if (readings.length < 2 || readings.some((reading) => reading.length !== first.length)) return new Map();
  return together(first.map((_, i) => readings.map((reading) => reading[i] ?? "")));
}

/** The lexemes of a text as one language has them. */
type Reading = readonly string[];

function readingsOf(query: string, { languages }: Pick<SearchScope, "languages">): Reading[] {
  const text = query.slice(0, searchLimits.queryUnits);
  return Object.keys(languages).map((language) => tokenise(text, language));
}

type Weighted = ReadonlyMap<string, number>;

/** A query's lexemes in each language of the library, with how often they are said. */
export function weigh(query: string, searched: Pick<SearchScope, "languages">): Weighted {
  return weightsOf(readingsOf(query, searched));
}

function weightsOf(readings: readonly Reading[]): Weighted {
  const weights = new Map<string, number>();
  for (const reading of readings) {
    const said = new Map<string, number>();
    for (const lexeme of reading) said.set(lexeme, (said.get(lexeme) ?? 0) + 1);
    // Languages that stem a word alike must not count it twice.
    for (const [lexeme, times] of said) weights.set(lexeme, Math.max(times, weights.get(lexeme) ?? 0));
  }
  return weights;
}

/** Takes out of scores what lacks a word of a phrase or has an excluded one; null where there is nothing to take out. */
async function sieve(db: Db, searched: SearchScope, { phrases, excluded }: RankInput): Promise<((scores: ScoreTable) => void) | null> {
  const words = phrases.flatMap((phrase) => tokenise(phrase, null)).map((word) => [...weigh(word, searched).keys()]);
  const unwanted = excluded.flatMap((word) => [...weigh(word, searched).keys()]);
  if (words.length === 0 && unwanted.length === 0) return null;
  const lists = await readIndex(db, searched, [...new Set([...words.flat(), ...unwanted])].slice(0, searchLimits.lexemes), true);
  const idsOf = (lexemes: readonly string[]) => {
    const ids = new Set<number>();
    for (const lexeme of lexemes) for (const id of lists.get(lexeme)?.passages ?? []) ids.add(id);
    return ids;
  };
  const needed = words.map(idsOf);
  const barred = idsOf(unwanted);
  return (scores) => scores.each((id) => (barred.has(id) || needed.some((ids) => !ids.has(id)) ? scores.clear(id) : undefined));
}
