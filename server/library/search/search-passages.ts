import type { Cache } from "@/server/platform/cache";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { collectPassages, readRanked } from "./collect-passages";
import { keptRanking } from "./kept-ranking";
import { rankShelves } from "./rank-passages";
import { readLayouts } from "./read-index";
import { type FoundPassage, type SearchInput, searchInputSchema } from "./schema";
import { readShelves } from "./store";

/**
 * The passages a reader may see that answer the queries best, by BM25; several queries are fused by reciprocal rank. `kept` null remembers nothing
 * between searches.
 */
export async function searchPassages(ctx: Pick<Ctx, "db">, reader: OwnerScope, given: SearchInput, kept?: Cache | null): Promise<FoundPassage[]> {
  const input = searchInputSchema.parse(given);
  const shelves = await readShelves(ctx.db, reader);
  if (shelves.length === 0) return [];
  const make = async () => {
    const documentIds = input.documentIds ? new Set(input.documentIds) : null;
    const ranking = await rankShelves(ctx.db, shelves, { queries: input.queries, phrases: [], excluded: [], documentIds });
    const wanted = { limit: input.limit, perDocument: input.perDocument ?? null, phrases: [], without: [] };
    const { rows } = await collectPassages(ctx.db, reader, await readLayouts(ctx.db, shelves), ranking, wanted);
    const ranked = rows.map(({ passageId, score }): [number, number] => [passageId, score]);
    return { made: rows, keep: { ranked, mode: "lexical" as const, gaveUp: false }, lasting: true };
  };
  const found = await keptRanking(shelves, ["passages", reader.ownerId, input], make, kept);
  const rows = found.known ? await readRanked(ctx.db, reader, found.known.ranked) : found.made;
  return rows.map(({ language: _language, documentTitle, ...row }) => ({ ...row, documentTitle: documentTitle ?? "" }));
}
