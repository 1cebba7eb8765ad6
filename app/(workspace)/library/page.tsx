import type { Metadata } from "next";
import { AddDocuments } from "@/app/_features/library/add-documents";
import { LibraryList } from "@/app/_features/library/library-list";
import { LibrarySearch } from "@/app/_features/library/library-search";
import { SearchResults } from "@/app/_features/library/search-results";
import { searchedFor, searchShown } from "@/app/_features/library/search-words";
import { workspace } from "@/app/_features/shell/workspace";
import { Beside } from "@/app/_ui/page/beside";
import { PageHead } from "@/app/_ui/page/page-head";

export const metadata: Metadata = { title: "Library" };

type Query = { q?: string | string[]; before?: string | string[] };

export default async function LibraryPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { q, before } = await searchParams;
  const { call } = await workspace();
  const earlier = typeof before === "string" && before.length <= 40 ? before : undefined;
  const list = await call.documents.list(earlier === undefined ? {} : { before: earlier });
  const query = searchedFor(q);
  const found = query === null ? null : await call.search.library({ query, ...searchShown });
  const page = { initial: list, before: earlier };
  return (
    <>
      <PageHead
        crumbs={[{ label: "Library" }]}
        title="Library"
        lead="Your own documents. A run asks them beside the other providers, and every quote it takes from them opens at its place."
      />
      <LibrarySearch {...page} query={query ?? ""} />
      {query !== null && found !== null ? <SearchResults found={found} documents={list.totals.documents} /> : null}
      <Beside label="Add documents" aside={<AddDocuments {...page} />}>
        <LibraryList key={earlier ?? ""} {...page} now={new Date().toISOString()} />
      </Beside>
    </>
  );
}
