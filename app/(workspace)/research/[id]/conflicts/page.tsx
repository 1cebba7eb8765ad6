import type { Metadata } from "next";
import { EditionHead } from "@/app/_features/research/edition-head";
import { strategyName } from "@/app/_features/research/edition-words";
import { LedgerPlot } from "@/app/_features/research/ledger-plot";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { ConflictEntry } from "@/app/_ui/conflicts/conflict-entry";
import { conflictState } from "@/app/_ui/conflicts/conflict-state";
import { Ledger } from "@/app/_ui/conflicts/ledger";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import { Cite } from "@/app/_ui/reading/cite";
import { Quote } from "@/app/_ui/reading/quote";
import { caller } from "@/server/caller";

export const metadata: Metadata = { title: "Conflicts" };

export default async function ConflictsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const call = await caller();
  const edition = await orNotFound(call.editions.get({ id }));
  const entries = await call.editions.ledger({ id });
  const sources = new Map(edition.sources.map((source) => [source.id, source]));
  const sourceHref = (slug: string, number: number) => `/research/${id}/text/${slug}#source-${number}`;
  return (
    <>
      <EditionHead edition={edition} current="conflicts" slug={edition.categories[0]?.slug ?? ""} />
      {entries.length === 0 ? (
        <EmptyState>No two comparable claims disagree. The text of each category says what its sources have in common.</EmptyState>
      ) : (
        <Ledger
          index={entries.map((entry) => ({
            id: `conflict-${entry.conflict.id}`,
            title: `${entry.label}, ${entry.category.name}`,
            ...conflictState(entry.conflict),
          }))}
          note="Not comparable is not a conflict: the sources speak of different things."
        >
          {entries.map((entry) => {
            const { conflict } = entry;
            const winner = conflict.winner === null ? null : conflict.sides[conflict.winner];
            return (
              <ConflictEntry
                key={conflict.id}
                id={`conflict-${conflict.id}`}
                title={entry.label}
                conflict={conflict}
                figure={<LedgerPlot entry={entry} sources={sources} />}
                outcome={[
                  { term: "Strategy", value: strategyName(conflict.strategy) },
                  { term: "Outcome", value: winner ? winner.label : conflict.status === "set_apart" ? "set apart" : "left open" },
                  { term: "Why", value: conflict.rationale },
                ]}
              >
                {conflict.sides.map((side, index) => {
                  const row = entry.rows.find((candidate) => candidate.side === index);
                  return (
                    <div key={side.label} className="mt-3">
                      <p className="label">
                        {side.label}
                        {side.sourceIds.map((sourceId) => {
                          const number = sources.get(sourceId)?.number ?? 0;
                          return <Cite key={sourceId} number={number} inline href={sourceHref(entry.category.slug, number)} />;
                        })}
                      </p>
                      {row ? <Quote text={row.quote} /> : null}
                    </div>
                  );
                })}
              </ConflictEntry>
            );
          })}
        </Ledger>
      )}
    </>
  );
}
