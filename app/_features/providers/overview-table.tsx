import { type Column, Table } from "@/app/_ui/data/table";
import { StateMark } from "@/app/_ui/marks/state-mark";
import type { ProviderOverview } from "@/server/research/resilience/schema";
import type { ProvidersState } from "./admin-action";
import { breakerWords, healthOf, keyWords, latencyWords } from "./health-words";
import { SwitchProvider } from "./switch-provider";
import { kindWords, price } from "./witness-words";

export type ProviderControls = { readonly state: ProvidersState; readonly submit: (form: FormData) => void; readonly pending: boolean };
type OverviewTableProps = ProviderControls & { providers: readonly ProviderOverview[] };

/** One row per provider: what it is, how it fares, its pace, its spending, and its switch. */
export const OverviewTable = ({ providers, ...controls }: OverviewTableProps) => {
  const columns: readonly Column<ProviderOverview>[] = [
    {
      key: "provider",
      head: "Provider",
      wide: true,
      cell: ({ name, kind, model, key }) => (
        <>
          <b>{name}</b> <span className="dim">{kindWords[kind]}</span>
          <br />
          <span className="dim wrap-anywhere">{[model, keyWords(key)].filter((part) => part !== null).join(", ")}</span>
        </>
      ),
    },
    { key: "health", head: "Health", wide: true, cell: (provider) => <HealthCell provider={provider} /> },
    { key: "latency", head: "Latency: half, 95 of 100", cell: ({ calls }) => <Latency calls={calls} /> },
    {
      key: "rate",
      head: "Pace",
      cell: ({ rate, atATime }) => (
        <>
          {rate === null ? "no limit" : `${rate.used} of ${rate.perMinute} a minute`}
          <br />
          <span className="dim">{atATime} at a time</span>
        </>
      ),
    },
    {
      key: "spend",
      head: "This month",
      cell: ({ spend, kind }) => (
        <>
          <span className="when-narrow dim">this month </span>
          {kind === "engine" ? price(spend.monthUsd) : "free"}
          {spend.unknown > 0 ? <div className="dim">and {spend.unknown} not known</div> : null}
        </>
      ),
    },
    {
      key: "switch",
      head: <span className="vh">Test and switch</span>,
      wide: true,
      cell: (provider) => <SwitchProvider provider={provider} {...controls} />,
    },
  ];
  return <Table caption="Providers" columns={columns} rows={providers} rowKey={(provider) => provider.id} narrow="stack" />;
};

const HealthCell = ({ provider }: { provider: ProviderOverview }) => {
  const { state, words, detail } = healthOf(provider);
  return (
    <div className="provider-health">
      <StateMark state={state}>{words}</StateMark>
      {detail === null ? null : <div className="dim">{detail}</div>}
      <div className="dim">{breakerWords(provider)}</div>
      {provider.calls.lost > 0 ? <div className="dim">{provider.calls.lost} lost: nobody saw how they ended</div> : null}
    </div>
  );
};

const Latency = ({ calls }: { calls: ProviderOverview["calls"] }) => {
  const words = latencyWords(calls);
  if (words === null) return <span className="dim">not measured</span>;
  return (
    <>
      {words.half}, {words.most}
      <span className="when-narrow dim"> for half and for 95 of 100</span>
    </>
  );
};
