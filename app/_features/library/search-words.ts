/** Longer than a question needs; the index passes over the rest. */
export const searchQueryUnits = 400;
/** Results of one search, and how many of one document, so that a long one does not fill the page. */
export const searchShown = { limit: 20, perDocument: 4 } as const;

/** What is searched for a `q` of the address: its words, or null when there are none. */
export function searchedFor(q: string | string[] | undefined): string | null {
  const words = typeof q === "string" ? q.trim().slice(0, searchQueryUnits) : "";
  return words === "" ? null : words;
}
