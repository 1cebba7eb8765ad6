import { type Column, Table } from "@/app/_ui/data/table";
import { StateMark } from "@/app/_ui/marks/state-mark";
import { SectionHead } from "@/app/_ui/page/section-head";
import { durationWords, formatTimestamp } from "@/app/_ui/time/format-time";
import type { ProviderStanding } from "@/server/research/resilience/provider-states";
import type { EstimateLine } from "@/server/research/spending/schema";
import { type AskedCategory, dollars, questionsFor } from "./questions";

type ProviderTableProps = {
  providers: readonly ProviderStanding[];
  documents: number;
  categories: readonly AskedCategory[];
  asked: ReadonlySet<string>;
  /** What each chosen provider costs, once the server has worked it out. */
  lines: readonly EstimateLine[];
  onChange: (id: string, on: boolean) => void;
};

const kinds: Record<ProviderStanding["kind"], string> = { library: "your own documents", api: "evidence API", engine: "answer engine" };

/** Who is asked, in what state, and at what price. */
export const ProviderTable = ({ providers, documents, categories, asked, lines, onChange }: ProviderTableProps) => {
  const columns: readonly Column<ProviderStanding>[] = [
    {
      key: "provider",
      head: "Provider",
      wide: true,
      cell: (provider) => (
        <label className="choice">
          <input
            type="checkbox"
            checked={asked.has(provider.id)}
            disabled={provider.off !== null}
            onChange={(event) => onChange(provider.id, event.currentTarget.checked)}
          />
          <span>
            <b>{provider.name}</b> <span className="dim">{kinds[provider.kind]}</span>
            {provider.note ? <span className="note provider-note">{provider.note}</span> : null}
          </span>
        </label>
      ),
    },
    { key: "state", head: "State", cell: (provider) => <ProviderState provider={provider} documents={documents} /> },
    {
      key: "questions",
      head: "Questions",
      end: true,
      cell: (provider) => (
        <>
          {asked.has(provider.id) ? questionsFor(provider, categories) : 0}
          <span className="when-narrow"> questions</span>
        </>
      ),
    },
    {
      key: "time",
      head: "Usual time",
      end: true,
      cell: ({ p50Ms }) =>
        p50Ms === null ? (
          <span className="dim">not measured</span>
        ) : (
          <>
            {durationWords(p50Ms)}
            <span className="when-narrow"> as a rule</span>
          </>
        ),
    },
    {
      key: "price",
      head: "Each",
      end: true,
      cell: (provider) => <Price provider={provider} line={lines.find((line) => line.provider === provider.id)} />,
    },
    {
      key: "run",
      head: "This run",
      end: true,
      cell: (provider) => <OfRun line={asked.has(provider.id) ? lines.find((line) => line.provider === provider.id) : undefined} />,
    },
  ];
  return (
    <section aria-labelledby="providers">
      <SectionHead id="providers" title="Providers">
        <p className="meta">A provider is asked only what it can answer. One that fails never fails a category.</p>
      </SectionHead>
      <Table caption="Providers" columns={columns} rows={providers} rowKey={(provider) => provider.id} narrow="stack" />
    </section>
  );
};

const ProviderState = ({ provider, documents }: { provider: ProviderStanding; documents: number }) => {
  if (provider.off) return <StateMark state="queued">{provider.off}</StateMark>;
  if (provider.rests) {
    return (
      <>
        <StateMark state="failed">{`rests until ${formatTimestamp(provider.rests.until, "time")}`}</StateMark>
        <span className="note provider-note">{provider.rests.reason}</span>
      </>
    );
  }
  if (provider.kind === "library") {
    return documents === 0 ? (
      <StateMark state="open">empty</StateMark>
    ) : (
      <StateMark state="done">{`${documents} ${documents === 1 ? "document" : "documents"}`}</StateMark>
    );
  }
  return <StateMark state="done">{provider.kind === "engine" ? "key set" : "no key needed"}</StateMark>;
};

/** Of all its questions, as the estimate adds them up. */
const OfRun = ({ line }: { line: EstimateLine | undefined }) => {
  const words = line === undefined || line.questions === 0 ? dollars(0) : line.usd === null ? "not known" : dollars(line.usd);
  return (
    <b title={line?.reason}>
      {words}
      <span className="when-narrow"> this run</span>
    </b>
  );
};

/** Of one question: from the price that counts today where it is worked out, else as the provider is set up. */
const Price = ({ provider, line }: { provider: ProviderStanding; line: EstimateLine | undefined }) => {
  const usd = line && line.questions > 0 ? (line.usd === null ? null : line.usd / line.questions) : provider.estimateUsd;
  if (usd === null) return <span title={line?.reason}>not known</span>;
  if (usd === 0) return "free";
  return (
    <span title={line?.reason}>
      {usd < 0.1 ? `$${usd.toFixed(3)}` : dollars(usd)}
      <span className="when-narrow"> each</span>
    </span>
  );
};
