import type { Metadata } from "next";
import { agreementOf, factKey } from "@/app/_features/research/agreement";
import { EditionHead } from "@/app/_features/research/edition-head";
import { LedgerEntryView } from "@/app/_features/research/ledger-entry";
import { filterChoices, filterOf, passes } from "@/app/_features/research/ledger-filter";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";
import { AgreementMatrix, MatrixKey } from "@/app/_ui/conflicts/agreement-matrix";
import { conflictState } from "@/app/_ui/conflicts/conflict-state";
import { Ledger } from "@/app/_ui/conflicts/ledger";
import { VariantKey } from "@/app/_ui/conflicts/variant-drawing";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import type { State } from "@/app/_ui/marks/states";
import { FilterRow } from "@/app/_ui/page/filter-row";
import { SectionHead } from "@/app/_ui/page/section-head";

export const metadata: Metadata = { title: "Conflicts" };

/** What disagrees comes before what is open, that before what is only set apart; within each the order of the pack. */
const order: readonly State[] = ["conflict", "open", "by_jurisdiction", "not_comparable"];

type Params = { params: Promise<{ id: string }>; searchParams: Promise<{ state?: string | string[]; kind?: string | string[] }> };

export default async function ConflictsPage({ params, searchParams }: Params) {
  const { id } = await params;
  const { state, kind } = await searchParams;
  const { call } = await workspace();
  const edition = await orNotFound(call.editions.get({ id }));
  const ledger = await call.editions.ledger({ id });
  const filter = filterOf(state, kind);
  const choices = filterChoices(
    ledger.map(({ conflict }) => conflict),
    filter,
  );
  const entries = ledger
    .filter(({ conflict }) => passes(conflict, filter))
    .map((entry) => ({ entry, said: conflictState(entry.conflict) }))
    .sort((a, b) => order.indexOf(a.said.state) - order.indexOf(b.said.state));
  const sources = new Map(edition.sources.map((source) => [source.id, source]));
  const facts = new Map(ledger.map(({ category, conflict, label, unit }) => [factKey(category.slug, conflict.attribute), { label, unit }]));
  const agreement = agreementOf(edition, facts);
  return (
    <>
      <EditionHead edition={edition} current="conflicts" slug={edition.categories[0]?.slug ?? ""} />
      {agreement.groups.length > 0 ? (
        <section aria-labelledby="matrix">
          <SectionHead id="matrix" title="Agreement matrix">
            <p className="meta">Facts down, sources across. Every value is as its source has it; +1 says that the source has one more.</p>
          </SectionHead>
          <AgreementMatrix of="source" {...agreement} />
          <MatrixKey />
        </section>
      ) : null}
      <SectionHead id="ledger" title="Ledger">
        <p className="meta">Nothing is dropped. The losing side keeps its place, its number and its quote.</p>
      </SectionHead>
      {ledger.length > 1 ? (
        <div className="filter-rows">
          <FilterRow label="State" choices={choices.states} />
          <FilterRow label="Kind" choices={choices.kinds} />
        </div>
      ) : null}
      {entries.length === 0 && ledger.length > 0 ? (
        <EmptyState>No entry of the ledger is of both this state and this kind.</EmptyState>
      ) : entries.length === 0 ? (
        <EmptyState>No two comparable claims disagree. The text of each category says what its sources have in common.</EmptyState>
      ) : (
        <>
          <VariantKey />
          <Ledger
            index={entries.map(({ entry, said }) => ({
              id: `conflict-${entry.conflict.id}`,
              title: entry.label,
              place: entry.category.name,
              ...said,
            }))}
            note="Not comparable is not a conflict: the sources speak of different things."
          >
            {entries.map(({ entry }) => (
              <LedgerEntryView key={entry.conflict.id} requestId={id} entry={entry} sources={sources} />
            ))}
          </Ledger>
        </>
      )}
    </>
  );
}
