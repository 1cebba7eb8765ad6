import type { Queryable } from "@/db/client";
import { findProvider } from "../providers/registry";
import { snippetChecksOf } from "./check-store";
import type { QuoteEvidence } from "./core/quote-rung";

/** What engines showed of sources, looked for on their pages, by source and category. */
export async function readSnippets(
  db: Queryable,
  sourceIds: readonly string[],
): Promise<(sourceId: string, requestCategoryId: string) => QuoteEvidence["snippets"]> {
  const rows = Map.groupBy(await snippetChecksOf(db, sourceIds), (row) => `${row.sourceId} ${row.requestCategoryId}`);
  return (sourceId, requestCategoryId) =>
    (rows.get(`${sourceId} ${requestCategoryId}`) ?? []).map(({ provider, state, found, shown }) => ({
      by: findProvider(provider)?.info().name ?? provider,
      state,
      found,
      shown,
    }));
}
