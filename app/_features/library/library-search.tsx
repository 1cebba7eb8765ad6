"use client";
import { SearchBox } from "./search-box";
import { type LibraryPage, useLibrary } from "./use-library";

/** The search, as soon as there is something to search. */
export const LibrarySearch = ({ query, ...page }: LibraryPage & { query: string }) =>
  useLibrary(page).totals.documents > 0 ? <SearchBox query={query} /> : null;
