import { type Column, Table } from "@/app/_ui/data/table";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import { Tag } from "@/app/_ui/marks/tag";
import { formatTimestamp } from "@/app/_ui/time/format-time";
import type { PriceEntry } from "@/server/research/spending/schema";
import { priceFields, rateWords } from "./price-words";

type PriceTableProps = { prices: readonly PriceEntry[]; names: Readonly<Record<string, string>> };

/** Every version of every price; the one that counts today says so. */
export const PriceTable = ({ prices, names }: PriceTableProps) => {
  if (prices.length === 0) return <EmptyState>No price is known yet. What engines without a price cost is told as not known.</EmptyState>;
  const columns: readonly Column<PriceEntry>[] = [
    {
      key: "model",
      head: "Model",
      cell: ({ provider, model, inForce }) => (
        <>
          <b className="wrap-anywhere">{model}</b> {inForce ? <Tag>counts today</Tag> : null}
          <br />
          <span className="dim">{names[provider] ?? provider}</span>
        </>
      ),
    },
    ...priceFields
      .filter(([field]) => prices.some((entry) => entry.prices[field] !== undefined))
      .map(([field, name, unit]) => ({
        key: field,
        head: (
          <>
            {name}
            <br />
            <span className="dim">{unit}</span>
          </>
        ),
        end: true,
        cell: (entry: PriceEntry) => rateWords(entry.prices[field]),
      })),
    { key: "valid", head: "Holds", cell: (entry) => validWords(entry) },
    {
      key: "origin",
      head: "From",
      cell: ({ origin, version, reason }) => (
        <>
          {origin === "seed" ? "shipped" : "an administrator"}, version {version}
          {reason ? <div className="dim">{reason}</div> : null}
        </>
      ),
    },
  ];
  return <Table caption="Prices" columns={columns} rows={prices} rowKey={({ provider, model, version }) => `${provider} ${model} ${version}`} />;
};

function validWords({ validFrom, validTo }: Pick<PriceEntry, "validFrom" | "validTo">): string {
  const from = Date.parse(validFrom) === 0 ? "always" : `from ${formatTimestamp(validFrom, "date")}`;
  return validTo === null ? from : `${from} to ${formatTimestamp(validTo, "date")}`;
}
