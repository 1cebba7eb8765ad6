// The one way to search: page, chat, research and benchmarks ask here, and each is told how it was searched.
import type { Cache } from "@/server/platform/cache";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { embeddingModel } from "@/server/platform/embeddings";
import { documentKinds } from "../documents/schema";
import { chooseDocuments } from "./choose-documents";
import { type Collected, collectPassages, readRanked, type Wanted } from "./collect-passages";
import { marksOf } from "./core/marks";
import { asIs, type ParsedQuery, parseQuery } from "./core/parse-query";
import { keptRanking } from "./kept-ranking";
import { isSequence, rankByAll } from "./rank-by-all";
import { readLayouts } from "./read-index";
import { type SearchInput, type SearchMode, type SearchResult, searchSchema } from "./schema";
import { readShelves, type Shelf } from "./store";
import { suggestWords } from "./suggest-words";

/** Of a search with a model `clock` and the reader's name go to whoever writes down what it costs. */
export type SearchCtx = Pick<Ctx, "db" | "log" | "signal" | "clock">;

const nothing: SearchResult = { passages: [], mode: "lexical", notes: [], suggestion: null };
const gaveUpNote = "The phrase was looked for in the best 5,000 passages only. Add a rarer word.";

/**
 * The passages a reader may see that answer best: by BM25 over their words; where a model is set, by meaning too, fused by reciprocal rank, as several
 * questions are. Words, phrases, fields and references of what was typed are heeded. A model that fails leaves the words, and a note. `kept` null
 * remembers nothing between searches.
 */
export async function search(ctx: SearchCtx, reader: OwnerScope, given: SearchInput, kept?: Cache | null): Promise<SearchResult> {
  const input = searchSchema.parse(given);
  const shelves = await readShelves(ctx.db, reader);
  if (shelves.length === 0) return nothing;
  const query = input.typed === undefined ? asIs("") : parseQuery(input.typed, { kinds: documentKinds });
  const { rows, mode, near, notes, gaveUp } = await find(ctx, reader, shelves, query, input, kept);
  const passages = rows.map(({ language, documentTitle, ...row }) => ({
    ...row,
    documentTitle: documentTitle ?? "",
    marks: input.typed === undefined ? [] : marksOf(row.text, language, query),
    near: near.has(row.passageId),
  }));
  const own = shelves.find((shelf) => shelf.own);
  const isMisspelt = passages.length === 0 && own !== undefined && input.typed !== undefined;
  return {
    passages,
    mode,
    notes: [...query.notes, ...notes, ...(gaveUp ? [gaveUpNote] : [])],
    suggestion: isMisspelt ? await suggestWords(ctx.db, reader, own.searched, input.typed ?? "") : null,
  };
}

type Result = Collected & { readonly mode: SearchMode; readonly near: ReadonlySet<number>; readonly notes: readonly string[] };

/** Found before, or found now. Fields and what is shared are not of the index, so that a search with fields is made anew each time. */
async function find(
  ctx: SearchCtx,
  reader: OwnerScope,
  shelves: readonly Shelf[],
  query: ParsedQuery,
  input: SearchInput,
  kept: Cache | null | undefined,
): Promise<Result> {
  const byFields = await chooseDocuments(ctx.db, reader, query);
  const make = async () => {
    const layouts = await readLayouts(ctx.db, shelves);
    const queries = input.queries ?? (query.words === "" ? [] : [query.words]);
    const { ranking, mode, near, notes } = await rankByAll(ctx, reader, shelves, layouts, queries, query, bothOf(byFields, input.documentIds));
    const { rows, gaveUp } = await collectPassages(ctx.db, reader, layouts, ranking, wantedOf(query, input));
    const ranked = rows.map(({ passageId, score }): [number, number] => [passageId, score]);
    const shown = ranked.flatMap(([passageId]) => (near.has(passageId) ? [passageId] : []));
    return { made: { rows, mode, near, notes, gaveUp }, keep: { ranked, mode, near: shown, gaveUp }, lasting: notes.length === 0 };
  };
  const found = await keptRanking(shelves, [reader.ownerId, embeddingModel(), input], make, byFields ? null : kept);
  if (!found.known) return found.made;
  const { ranked, mode, near, gaveUp } = found.known;
  return { rows: await readRanked(ctx.db, reader, ranked), mode, near: new Set(near), notes: [], gaveUp };
}

/** Documents that are in both lists, where there are two. */
function bothOf(chosen: readonly string[] | null, named: readonly string[] | undefined): ReadonlySet<string> | null {
  const among = named ? new Set(named) : null;
  return chosen ? new Set(among ? chosen.filter((id) => among.has(id)) : chosen) : among;
}

function wantedOf({ phrases, excluded }: ParsedQuery, { limit, perDocument }: SearchInput): Wanted {
  return { limit, perDocument: perDocument ?? null, phrases, without: excluded.filter(isSequence) };
}
