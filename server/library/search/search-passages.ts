import type { Ctx, OwnerScope } from "@/server/platform/context";
import { collectPassages } from "./collect-passages";
import { rankShelves } from "./rank-passages";
import { readLayouts } from "./read-index";
import { type FoundPassage, type SearchInput, searchInputSchema } from "./schema";
import { readShelves } from "./store";

/** The passages a reader may see that answer the queries best, by BM25; several queries are fused by reciprocal rank. */
export async function searchPassages(ctx: Pick<Ctx, "db">, reader: OwnerScope, given: SearchInput): Promise<FoundPassage[]> {
  const input = searchInputSchema.parse(given);
  const shelves = await readShelves(ctx.db, reader);
  const documentIds = input.documentIds ? new Set(input.documentIds) : null;
  const ranking = await rankShelves(ctx.db, shelves, { queries: input.queries, phrases: [], excluded: [], documentIds });
  const wanted = { limit: input.limit, perDocument: input.perDocument ?? null, phrases: [], without: [] };
  const { rows } = await collectPassages(ctx.db, reader, await readLayouts(ctx.db, shelves), ranking, wanted);
  return rows.map(({ language: _language, documentTitle, ...row }) => ({ ...row, documentTitle: documentTitle ?? "" }));
}
