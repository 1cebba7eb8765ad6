import type { Metadata } from "next";
import { hrefOf } from "@/app/_features/research/category-sources";
import { EditionHead } from "@/app/_features/research/edition-head";
import { SourceUses } from "@/app/_features/research/source-uses";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import { Fold } from "@/app/_ui/feedback/fold";
import { SourceEntry } from "@/app/_ui/sources/source-entry";
import { SourceList } from "@/app/_ui/sources/source-list";
import { RungList } from "@/app/_ui/sources/verification-ladder";
import { tierNames } from "@/server/research/sources/schema";

export const metadata: Metadata = { title: "Sources" };

export default async function SourcesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { call } = await workspace();
  const edition = await orNotFound(call.editions.get({ id }));
  const providerNames = Object.fromEntries((await call.requests.providers()).map((provider) => [provider.id, provider.name]));
  const names = new Map(edition.categories.map((category) => [category.slug, category.name]));
  return (
    <>
      <EditionHead edition={edition} current="sources" slug={edition.categories[0]?.slug ?? ""} />
      {edition.sources.length === 0 ? (
        <EmptyState actions={<LinkButton href="/library">Open the library</LinkButton>}>
          No source was found. Add documents that speak of it and ask again.
        </EmptyState>
      ) : (
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
                <SourceUses requestId={id} source={source} categories={names} providerNames={providerNames} />
                <Fold summary="The seven steps">
                  <RungList results={source.verification.rungs} />
                </Fold>
              </SourceEntry>
            ))}
          </SourceList>
        </div>
      )}
    </>
  );
}
