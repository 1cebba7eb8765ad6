import type { Ctx, OwnerScope } from "@/server/platform/context";
import { collectPassages } from "./collect-passages";
import { rankPassages } from "./rank-passages";
import { readLayout } from "./read-index";
import { type FoundPassage, type SearchInput, searchInputSchema } from "./schema";
import { readSearchScope } from "./store";

/** The owner's passages that answer the queries best, by BM25; several queries are fused by reciprocal rank. */
export async function searchPassages(ctx: Pick<Ctx, "db">, scope: OwnerScope, given: SearchInput): Promise<FoundPassage[]> {
  const input = searchInputSchema.parse(given);
  const searched = await readSearchScope(ctx.db, scope);
  if (!searched || searched.passageCount === 0) return [];
  const ranking = await rankPassages(ctx.db, scope, searched, {
    queries: input.queries,
    phrases: [],
    excluded: [],
    documentIds: input.documentIds ? new Set(input.documentIds) : null,
  });
  const layout = await readLayout(ctx.db, scope, searched);
  const wanted = { limit: input.limit, perDocument: input.perDocument ?? null, phrases: [], without: [] };
  const { rows } = await collectPassages(ctx.db, scope, layout, ranking, wanted);
  return rows.map(({ language: _language, documentTitle, ...row }) => ({ ...row, documentTitle: documentTitle ?? "" }));
}
