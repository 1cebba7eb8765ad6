import type { Queryable } from "@/db/client";
import { readClaims } from "../claims/read-claims";
import { readRequestCategories } from "../requests/read-requests";
import { readSentences } from "../synthesis/read-sentences";

/** Words taken from a source. `textHash`: the stored text that its places count in. `cited`: a published sentence stands on it. */
export type TakenQuote = {
  readonly requestCategoryId: string;
  readonly slug: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly textHash: string | null;
  readonly cited: boolean;
  /** The sentence that stands on it, or null for a claim's quote. */
  readonly sentence: string | null;
};

/** What a request's claims and published sentences quote from its sources, by source id. */
export async function readQuotes(db: Queryable, requestId: string): Promise<Map<string, TakenQuote[]>> {
  const categories = await readRequestCategories(db, [requestId]);
  const ids = categories.map((category) => category.id);
  const slugs = new Map(categories.map((category) => [category.id, category.slug]));
  const quotes = new Map<string, TakenQuote[]>();
  const add = (sourceId: string, quote: Omit<TakenQuote, "slug">) => {
    const slug = slugs.get(quote.requestCategoryId) ?? "";
    quotes.set(sourceId, [...(quotes.get(sourceId) ?? []), { ...quote, slug }]);
  };
  for (const [requestCategoryId, claims] of await readClaims(db, ids))
    for (const { sourceId, quote, start, end, textHash = null } of claims)
      add(sourceId, { requestCategoryId, quote, start, end, textHash, cited: false, sentence: null });
  for (const { requestCategoryId, status, text, citations } of await readSentences(db, ids))
    if (status === "published")
      for (const { sourceId, quote, start, end, textHash = null } of citations)
        add(sourceId, { requestCategoryId, quote, start, end, textHash, cited: true, sentence: text });
  return quotes;
}
