import type { Ctx, OwnerScope } from "@/server/platform/context";
import { best, fuse, type Ranked, scorePassages, type TermList } from "./core/bm25";
import { tokenise } from "./core/tokenise";
import { type FoundPassage, type SearchInput, searchInputSchema, searchLimits } from "./schema";
import { readLists, readPassageDocuments, readPassageRanges, readPassages, readSearchScope, type SearchScope } from "./store";

/** A list is read whole up to here, however small the library: only in larger ones are words of every second passage left out. */
const alwaysRead = 4_000;
/** How many of each query's best take part in the fusion. */
const fusionDepth = 100;

type Weighted = ReadonlyMap<string, number>;

/** The owner's passages that answer the queries best, by BM25; several queries are fused by reciprocal rank. */
export async function searchPassages(ctx: Pick<Ctx, "db">, scope: OwnerScope, given: SearchInput): Promise<FoundPassage[]> {
  const input = searchInputSchema.parse(given);
  const searched = await readSearchScope(ctx.db, scope);
  if (!searched || searched.passageCount === 0) return [];
  const queries = input.queries.map((query) => weigh(query, searched)).filter((query) => query.size > 0);
  const lists = await readTerms(ctx, searched, [...new Set(queries.flatMap((query) => [...query.keys()]))]);
  const within = input.documentIds ? await readPassageRanges(ctx.db, scope, input.documentIds) : null;
  const ranked = rank(searched, queries, lists, within);
  return collect(ctx, scope, ranked, input);
}

/** A query's lexemes in each language of the library, with how often they are said. */
function weigh(query: string, { languages }: SearchScope): Weighted {
  const weights = new Map<string, number>();
  for (const language of Object.keys(languages)) {
    const said = new Map<string, number>();
    for (const lexeme of tokenise(query.slice(0, searchLimits.queryUnits), language)) said.set(lexeme, (said.get(lexeme) ?? 0) + 1);
    // Languages that stem a word alike must not count it twice.
    for (const [lexeme, times] of said) weights.set(lexeme, Math.max(times, weights.get(lexeme) ?? 0));
  }
  return weights;
}

async function readTerms(ctx: Pick<Ctx, "db">, searched: SearchScope, lexemes: readonly string[]): Promise<Map<string, TermList>> {
  const asked = lexemes.slice(0, searchLimits.lexemes);
  if (asked.length === 0) return new Map();
  const lists = await readLists(ctx.db, searched.id, asked, Math.max(alwaysRead, searched.passageCount / 2));
  return lists.size > 0 ? lists : readLists(ctx.db, searched.id, asked, searched.passageCount);
}

type Ranges = readonly { readonly first: number; readonly last: number }[];

function rank(searched: SearchScope, queries: readonly Weighted[], lists: ReadonlyMap<string, TermList>, within: Ranges | null): Map<number, number> {
  const corpus = { passages: searched.passageCount, averageLength: searched.sumLength / searched.passageCount };
  const scored = queries.map((query) => {
    const terms = [...query].flatMap(([lexeme, weight]) => {
      const list = lists.get(lexeme);
      return list ? [{ list, weight }] : [];
    });
    const scores = scorePassages(corpus, terms);
    return within ? inRanges(scores, within) : scores;
  });
  const [only] = scored;
  return scored.length === 1 && only ? only : fuse(scored.map((scores) => best(scores, fusionDepth)));
}

function inRanges(scores: ReadonlyMap<number, number>, ranges: Ranges): Map<number, number> {
  const sorted = [...ranges].sort((a, b) => a.first - b.first);
  const kept = new Map<number, number>();
  for (const [id, score] of scores) if (isInside(sorted, id)) kept.set(id, score);
  return kept;
}

function isInside(sorted: Ranges, id: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.first ?? 0) <= id) low = middle + 1;
    else high = middle;
  }
  return id <= (sorted[low - 1]?.last ?? -1);
}

async function collect(ctx: Pick<Ctx, "db">, scope: OwnerScope, scores: ReadonlyMap<number, number>, input: SearchInput): Promise<FoundPassage[]> {
  const chosen = input.perDocument ? await capped(ctx, scores, input.limit, input.perDocument) : best(scores, input.limit);
  if (chosen.length === 0) return [];
  const rows = await readPassages(
    ctx.db,
    scope,
    chosen.map((entry) => entry.passageId),
  );
  const byId = new Map(rows.map((row) => [row.passageId, row]));
  return chosen.flatMap(({ passageId, score }) => {
    const row = byId.get(passageId);
    return row ? [{ ...row, documentTitle: row.documentTitle ?? "", score }] : [];
  });
}

/** The best `limit` with at most `perDocument` of one document: looks further down until there are enough. */
async function capped(ctx: Pick<Ctx, "db">, scores: ReadonlyMap<number, number>, limit: number, perDocument: number): Promise<Ranked[]> {
  for (let depth = limit * 4; ; depth *= 4) {
    const candidates = best(scores, depth);
    const documents = await readPassageDocuments(
      ctx.db,
      candidates.map((entry) => entry.passageId),
    );
    const taken = new Map<string, number>();
    const chosen = candidates.filter(({ passageId }) => {
      const documentId = documents.get(passageId);
      if (documentId === undefined) return false;
      taken.set(documentId, (taken.get(documentId) ?? 0) + 1);
      return (taken.get(documentId) ?? 0) <= perDocument;
    });
    if (chosen.length >= limit || candidates.length < depth) return chosen.slice(0, limit);
  }
}
