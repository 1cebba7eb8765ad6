import type { Metadata } from "next";
import { AddDocuments } from "@/app/_features/library/add-documents";
import { Collections } from "@/app/_features/library/collections";
import { LibraryList } from "@/app/_features/library/library-list";
import { LibrarySearch } from "@/app/_features/library/library-search";
import { SearchResults } from "@/app/_features/library/search-results";
import { searchedFor, searchShown } from "@/app/_features/library/search-words";
import type { LibraryFilter } from "@/app/_features/library/use-library";
import { workspace } from "@/app/_features/shell/workspace";
import { Beside } from "@/app/_ui/page/beside";
import { PageHead } from "@/app/_ui/page/page-head";
import { documentKinds } from "@/server/library/documents/schema";

export const metadata: Metadata = { title: "Library" };

type Query = Partial<Record<"q" | "before" | "kind" | "collection" | "deleted", string | string[]>>;

export default async function LibraryPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { q, before, kind, collection, deleted } = await searchParams;
  const { call } = await workspace();
  const earlier = typeof before === "string" && before.length <= 40 ? before : undefined;
  const filter = filterOf(kind, collection);
  const list = await call.documents.list(earlier === undefined ? filter : { ...filter, before: earlier });
  const collections = await call.collections.list();
  const names = collections.map(({ name }) => name);
  const query = searchedFor(q);
  const found = query === null ? null : await call.search.passages({ typed: query, ...searchShown });
  const page = { initial: list, before: earlier, filter };
  return (
    <>
      <PageHead
        crumbs={[{ label: "Library" }]}
        title="Library"
        lead="Your own documents. A run asks them beside the other providers, and every quote it takes from them opens at its place."
        actions={
          list.totals.documents > 0 ? (
            <a className="btn when-narrow-acts" href="#add">
              Add documents
            </a>
          ) : null
        }
      />
      <LibrarySearch {...page} query={query ?? ""} />
      <Beside
        label="Add documents"
        aside={
          <>
            <AddDocuments {...page} />
            <Collections initial={collections} />
          </>
        }
      >
        {found === null ? (
          <LibraryList
            key={`${earlier} ${filter.kind} ${filter.collection}`}
            {...page}
            collections={names}
            now={new Date().toISOString()}
            deleted={typeof deleted === "string" && /^\d{1,9}$/.test(deleted) ? Number(deleted) : undefined}
          />
        ) : (
          <SearchResults found={found} documents={list.totals.documents} />
        )}
      </Beside>
    </>
  );
}

/** Values that nobody can have chosen choose nothing. */
function filterOf(kind: string | string[] | undefined, collection: string | string[] | undefined): LibraryFilter {
  const known = documentKinds.find((one) => one === kind);
  const shelf = typeof collection === "string" && collection !== "" && collection.length <= 80 ? collection : undefined;
  return { ...(known ? { kind: known } : {}), ...(shelf ? { collection: shelf } : {}) };
}
