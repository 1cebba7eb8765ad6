import type { Metadata } from "next";
import { hrefOf } from "@/app/_features/research/category-sources";
import { EditionHead } from "@/app/_features/research/edition-head";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import { Fold } from "@/app/_ui/feedback/fold";
import { SourceEntry } from "@/app/_ui/sources/source-entry";
import { SourceList } from "@/app/_ui/sources/source-list";
import { RungList } from "@/app/_ui/sources/verification-ladder";
import { caller } from "@/server/caller";
import { tierNames } from "@/server/research/sources/schema";

export const metadata: Metadata = { title: "Sources" };

export default async function SourcesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const edition = await orNotFound((await caller()).editions.get({ id }));
  const names = new Map(edition.categories.map((category) => [category.slug, category.name]));
  return (
    <>
      <EditionHead edition={edition} current="sources" slug={edition.categories[0]?.slug ?? ""} />
      {edition.sources.length === 0 ? <EmptyState>No source was found. Add documents to the library and ask again.</EmptyState> : null}
      <div className="sources-page">
        <SourceList lead="Every source of the edition, by its number.">
          {edition.sources.map((source) => (
            <SourceEntry
              key={source.id}
              number={source.number}
              title={source.title}
              href={hrefOf(source)}
              tier={source.tier}
              tierName={tierNames[source.tier] ?? "unknown"}
              date={source.date}
              publisher={source.publisher}
              superseded={source.superseded}
              results={source.verification.rungs}
            >
              <p className="note">
                {source.identity.scheme} {source.identity.value.length > 40 ? `${source.identity.value.slice(0, 12)}…` : source.identity.value},
                brought by {source.providers.join(", ")} for{" "}
                {[...new Set(source.mentions.map((mention) => names.get(mention.category) ?? mention.category))].join(", ")}.
              </p>
              <Fold summary="The seven steps">
                <RungList results={source.verification.rungs} />
              </Fold>
            </SourceEntry>
          ))}
        </SourceList>
      </div>
    </>
  );
}
