/** Longer than a question needs; the index passes over the rest. */
export const searchQueryUnits = 400;
/** Results of one search, and how many of one document, so that a long one does not fill the page. */
export const searchShown = { limit: 20, perDocument: 4 } as const;

/** What is searched for a `q` of the address: its words, or null when there are none. */
export function searchedFor(q: string | string[] | undefined): string | null {
  const words = typeof q === "string" ? q.trim().slice(0, searchQueryUnits) : "";
  return words === "" ? null : words;
}

/** What was compared, one sentence. */
export const howSearched = {
  lexical: "Lexical search: it finds words and their endings, not meanings.",
  hybrid: "Words and meanings were compared, and their orders joined.",
} as const;

export const searchHref = (query: string): string => `/library?q=${encodeURIComponent(query)}`;
