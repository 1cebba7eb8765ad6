import type { Ctx, OwnerScope } from "@/server/platform/context";
import { embeddingModel } from "@/server/platform/embeddings";
import { documentKinds } from "../documents/schema";
import { nearestPassages } from "../embeddings/nearest-passages";
import { chooseDocuments } from "./choose-documents";
import { type Collected, collectPassages, readRanked, type Wanted } from "./collect-passages";
import { allowedOf, beginnings, type Layout } from "./core/layout";
import { marksOf } from "./core/marks";
import { type ParsedQuery, parseQuery } from "./core/parse-query";
import { fuse } from "./core/ranking";
import { tokenise } from "./core/tokenise";
import { keptRanking } from "./kept-ranking";
import { passagesCiting } from "./passages-citing";
import { fusionDepth, type Ranking, rankShelves } from "./rank-passages";
import { readLayouts } from "./read-index";
import { type LibrarySearch, type TypedSearch, typedSearchSchema } from "./schema";
import { readShelves, type Shelf } from "./store";
import { suggestWords } from "./suggest-words";

const nothing: LibrarySearch = { passages: [], mode: "lexical", notes: [], suggestion: null };

/** What a person typed, searched in what they may read: words, phrases, fields and references, by words and, where a model is set, by meaning. */
export async function searchLibrary(ctx: Pick<Ctx, "db" | "log" | "signal">, reader: OwnerScope, given: TypedSearch): Promise<LibrarySearch> {
  const input = typedSearchSchema.parse(given);
  const shelves = await readShelves(ctx.db, reader);
  if (shelves.length === 0) return nothing;
  const query = parseQuery(input.query, { kinds: documentKinds });
  const { rows, mode, notes, gaveUp } = await find(ctx, reader, shelves, query, input);
  const passages = rows.map(({ language, documentTitle, ...row }) => ({
    ...row,
    documentTitle: documentTitle ?? "",
    marks: marksOf(row.text, language, query),
  }));
  const own = shelves.find((shelf) => shelf.own);
  return {
    passages,
    mode,
    notes: [...query.notes, ...notes, ...(gaveUp ? ["The phrase was looked for in the best 5,000 passages only. Add a rarer word."] : [])],
    suggestion: passages.length === 0 && own ? await suggestWords(ctx.db, reader, own.searched, input.query) : null,
  };
}

type Result = Collected & Pick<LibrarySearch, "mode" | "notes">;

/** Found before, or found now. Fields and what is shared are not of the index, so that a search with fields is made anew each time. */
async function find(
  ctx: Pick<Ctx, "db" | "log" | "signal">,
  reader: OwnerScope,
  shelves: readonly Shelf[],
  query: ParsedQuery,
  input: TypedSearch,
): Promise<Result> {
  const chosen = await chooseDocuments(ctx.db, reader, query);
  const make = async () => {
    const layouts = await readLayouts(ctx.db, shelves);
    const { ranking, mode, notes } = await rankAll(ctx, reader, shelves, layouts, query, chosen);
    const { rows, gaveUp } = await collectPassages(ctx.db, reader, layouts, ranking, wantedOf(query, input));
    const ranked = rows.map(({ passageId, score }): [number, number] => [passageId, score]);
    return { made: { rows, mode, notes, gaveUp }, keep: { ranked, mode, gaveUp }, lasting: notes.length === 0 };
  };
  const question = ["typed", reader.ownerId, embeddingModel(), input];
  const found = await keptRanking(shelves, question, make, chosen ? null : undefined);
  if (!found.known) return found.made;
  const { ranked, mode, gaveUp } = found.known;
  return { rows: await readRanked(ctx.db, reader, ranked), mode, notes: [], gaveUp };
}

function wantedOf({ phrases, excluded }: ParsedQuery, { limit, perDocument }: TypedSearch): Wanted {
  return { limit, perDocument: perDocument ?? null, phrases, without: excluded.filter(isSequence) };
}

/** "half-life" too: each of its words alone would exclude far more. */
const isSequence = (words: string): boolean => tokenise(words, null).length > 1;

type Ranks = { readonly ranking: Ranking; readonly mode: LibrarySearch["mode"]; readonly notes: readonly string[] };

async function rankAll(
  ctx: Pick<Ctx, "db" | "log" | "signal">,
  reader: OwnerScope,
  shelves: readonly Shelf[],
  layouts: readonly Layout[],
  query: ParsedQuery,
  chosen: readonly string[] | null,
): Promise<Ranks> {
  const documentIds = chosen ? new Set(chosen) : null;
  const excluded = query.excluded.filter((words) => !isSequence(words));
  const citing = query.references.length > 0 ? await passagesCiting(ctx.db, reader, shelves, query.references, documentIds) : null;
  if (query.words === "") return { ranking: listed(citing ?? firstPassages(shelves, layouts, documentIds)), mode: "lexical", notes: [] };
  const lexical = await rankShelves(ctx.db, shelves, { queries: [query.words], phrases: query.phrases, excluded, documentIds });
  const arms: Ranking[] = [lexical];
  if (query.isReference.length > 0) arms.unshift(listed(await passagesCiting(ctx.db, reader, shelves, query.isReference, documentIds)));
  // A phrase or an excluded word is about words, not about meanings.
  const byMeaning = query.phrases.length + query.excluded.length === 0;
  const near = byMeaning ? await nearestPassages(ctx, vectorsOf(shelves, layouts, documentIds), query.words, fusionDepth) : null;
  if (near?.passages) arms.push(listed(near.passages));
  const ranking = arms.length === 1 ? lexical : fused(arms, lexical);
  const mode = near?.passages ? "hybrid" : "lexical";
  return { ranking: citing ? within(ranking, new Set(citing)) : ranking, mode, notes: near?.problem ? [near.problem] : [] };
}

/** The beginnings of documents, newest first, for a search without words. */
function firstPassages(shelves: readonly Shelf[], layouts: readonly Layout[], documentIds: ReadonlySet<string> | null): number[] {
  return layouts
    .flatMap((layout, i) => beginnings(layout, allowedOf(layout, documentIds, !shelves[i]?.own)))
    .sort((x, y) => (x.documentId < y.documentId ? 1 : -1))
    .map(({ passageId }) => passageId);
}

function vectorsOf(shelves: readonly Shelf[], layouts: readonly Layout[], documentIds: ReadonlySet<string> | null) {
  return shelves.map(({ owner, searched, own }, i) => {
    const layout = layouts[i];
    const shared =
      own || !layout ? documentIds : new Set(beginnings(layout, allowedOf(layout, documentIds, true)).map(({ documentId }) => documentId));
    return { owner, version: searched.version, documentIds: shared };
  });
}

/** Passages in a given order. */
function listed(ids: readonly number[]): Ranking {
  return (depth) => ids.slice(0, depth).map((passageId, i) => ({ passageId, score: 1 / (i + 1) }));
}

/** The best of each arm fused; behind them what the words alone find. */
function fused(arms: readonly Ranking[], lexical: Ranking): Ranking {
  const head = fuse(arms.map((arm) => arm(fusionDepth)));
  const known = new Set(head.map(({ passageId }) => passageId));
  return (depth) => [...head, ...lexical(depth).filter(({ passageId }) => !known.has(passageId))].slice(0, depth);
}

function within(ranking: Ranking, ids: ReadonlySet<number>): Ranking {
  return (depth) =>
    ranking(Number.MAX_SAFE_INTEGER)
      .filter(({ passageId }) => ids.has(passageId))
      .slice(0, depth);
}
