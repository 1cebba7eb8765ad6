import type { Metadata } from "next";
import { EditionHead } from "@/app/_features/research/edition-head";
import { EditionSourceEntry } from "@/app/_features/research/edition-source";
import { SourceUses } from "@/app/_features/research/source-uses";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";
import { changeFlags } from "@/app/_features/sources/change-words";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import { Fold } from "@/app/_ui/feedback/fold";
import { SourceList } from "@/app/_ui/sources/source-list";
import { RungList } from "@/app/_ui/sources/verification-ladder";

export const metadata: Metadata = { title: "Sources" };

export default async function SourcesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { call } = await workspace();
  const edition = await orNotFound(call.editions.get({ id }));
  const changes = await call.sources.changes({ id });
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
              <EditionSourceEntry key={source.id} requestId={id} source={source} flags={changeFlags(changes, source.id)}>
                <SourceUses requestId={id} source={source} categories={names} providerNames={providerNames} />
                <Fold summary="The seven steps">
                  <RungList results={source.verification.rungs} />
                </Fold>
              </EditionSourceEntry>
            ))}
          </SourceList>
        </div>
      )}
    </>
  );
}
