import Link from "next/link";
import { ConflictEntry } from "@/app/_ui/conflicts/conflict-entry";
import { Fold } from "@/app/_ui/feedback/fold";
import { Cite } from "@/app/_ui/reading/cite";
import { Quote } from "@/app/_ui/reading/quote";
import type { LedgerEntry } from "@/server/research/editions/ledger";
import type { EditionSource } from "@/server/research/editions/schema";
import { strategyName } from "./edition-words";
import { LedgerPlot } from "./ledger-plot";
import { OverrideForm } from "./override-form";
import { OtherRulings, RulingHistory, RulingLine } from "./ruling-history";
import { rulingChoices } from "./ruling-words";

type LedgerEntryViewProps = {
  requestId: string;
  entry: LedgerEntry;
  sources: ReadonlyMap<string, EditionSource>;
};

/** One entry of the ledger; both sides of a disagreement keep their quotes in sight, those of what is only set apart can be opened. */
export const LedgerEntryView = ({ requestId, entry, sources }: LedgerEntryViewProps) => {
  const { conflict, category, label, rulings, sentences } = entry;
  const winner = conflict.winner === null ? null : conflict.sides[conflict.winner];
  const { override } = conflict;
  const ruling = override && rulings.find(({ id }) => id === override.id);
  const quotes = <SideQuotes requestId={requestId} entry={entry} sources={sources} />;
  return (
    <ConflictEntry
      id={`conflict-${conflict.id}`}
      title={label}
      conflict={conflict}
      figure={<LedgerPlot entry={entry} sources={sources} />}
      outcome={[
        { term: "Category", value: category.name },
        { term: "Strategy", value: `${strategyName(conflict.strategy)}${override ? ", overridden by hand" : ""}` },
        { term: "Outcome", value: winner ? winner.label : conflict.status === "set_apart" ? "set apart" : "left open" },
        ...(ruling ? [{ term: "Ruled", value: <RulingLine ruling={ruling} /> }] : []),
        { term: override ? "Strategy said" : "Why", value: override?.instead.rationale ?? conflict.rationale },
        { term: "In the text", value: <Sentences numbers={sentences} href={`/research/${requestId}/text/${category.slug}`} /> },
      ]}
    >
      {conflict.status === "set_apart" ? <Fold summary={`What the ${conflict.sides.length} sides say`}>{quotes}</Fold> : quotes}
      <OtherRulings rulings={entry.aboutOthers} />
      <RulingHistory rulings={rulings} />
      <OverrideForm conflictId={conflict.id} label={label} choices={rulingChoices(conflict)} seen={override?.id ?? null} />
    </ConflictEntry>
  );
};

/** The sentences that a ruling concerns. */
const Sentences = ({ numbers, href }: { numbers: readonly number[]; href: string }) =>
  numbers.length === 0 ? (
    "No sentence stands on it."
  ) : (
    <>
      {numbers.length === 1 ? "Sentence" : "Sentences"}{" "}
      {numbers.map((number, index) => (
        <span key={number}>
          {index > 0 ? ", " : null}
          <Link href={`${href}?s=${number}#sentence-${number}`}>{number}</Link>
        </span>
      ))}
    </>
  );

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
