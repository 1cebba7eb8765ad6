"use client";
import { trpc } from "@/app/_client/trpc";
import type { DocumentList } from "@/server/library/documents/list-documents";
import type { DocumentKind } from "@/server/library/documents/schema";

/** Which documents a list is kept to. */
export type LibraryFilter = { readonly kind?: DocumentKind; readonly collection?: string };
/** What a page of the library was rendered with. */
export type LibraryPage = { readonly initial: DocumentList; readonly before?: string; readonly filter?: LibraryFilter };

/** The list as it is now; all parts of the page share one reading of it. Without a live stream it is asked for while files are read. */
export function useLibrary({ initial, before, filter = {} }: LibraryPage, live = true): DocumentList {
  const { data } = trpc.documents.list.useQuery(before === undefined ? filter : { ...filter, before }, {
    initialData: initial,
    refetchInterval: ({ state }) => (live || (state.data?.totals.waiting ?? 0) === 0 ? false : 2_000),
  });
  return data;
}
