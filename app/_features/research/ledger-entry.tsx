import { ConflictEntry } from "@/app/_ui/conflicts/conflict-entry";
import { Fold } from "@/app/_ui/feedback/fold";
import { Cite } from "@/app/_ui/reading/cite";
import { Quote } from "@/app/_ui/reading/quote";
import type { LedgerEntry } from "@/server/research/editions/ledger";
import type { EditionSource } from "@/server/research/editions/schema";
import { strategyName } from "./edition-words";
import { LedgerPlot } from "./ledger-plot";

type LedgerEntryViewProps = {
  requestId: string;
  entry: LedgerEntry;
  sources: ReadonlyMap<string, EditionSource>;
};

/** One entry of the ledger; both sides of a disagreement keep their quotes in sight, those of what is only set apart can be opened. */
export const LedgerEntryView = ({ requestId, entry, sources }: LedgerEntryViewProps) => {
  const { conflict, category, label } = entry;
  const winner = conflict.winner === null ? null : conflict.sides[conflict.winner];
  const quotes = <SideQuotes requestId={requestId} entry={entry} sources={sources} />;
  return (
    <ConflictEntry
      id={`conflict-${conflict.id}`}
      title={label}
      conflict={conflict}
      figure={<LedgerPlot entry={entry} sources={sources} />}
      outcome={[
        { term: "Category", value: category.name },
        { term: "Strategy", value: strategyName(conflict.strategy) },
        { term: "Outcome", value: winner ? winner.label : conflict.status === "set_apart" ? "set apart" : "left open" },
        { term: "Why", value: conflict.rationale },
      ]}
    >
      {conflict.status === "set_apart" ? <Fold summary={`What the ${conflict.sides.length} sides say`}>{quotes}</Fold> : quotes}
    </ConflictEntry>
  );
};

const SideQuotes = ({ requestId, entry: { conflict, rows, category }, sources }: LedgerEntryViewProps) =>
  conflict.sides.map((side, index) => {
    const row = rows.find((candidate) => candidate.side === index);
    return (
      <div key={side.label} className="mt-3">
        <p className="meta">
          <b>{side.label}</b>
          {side.sourceIds.map((sourceId) => {
            const number = sources.get(sourceId)?.number ?? 0;
            return <Cite key={sourceId} number={number} inline href={`/research/${requestId}/text/${category.slug}#source-${number}`} />;
          })}
        </p>
        {row ? <Quote text={row.quote} /> : null}
      </div>
    );
  });
