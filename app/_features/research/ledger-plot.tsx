import { SideBySide } from "@/app/_ui/conflicts/side-by-side";
import { type VariantBand, VariantPlot, type VariantRow } from "@/app/_ui/conflicts/variant-plot";
import { extentOf } from "@/app/_ui/figures/extent";
import type { VariantRole } from "@/app/_ui/figures/variant-plot";
import { formatPartialDate } from "@/app/_ui/time/format-time";
import type { LedgerEntry, LedgerRow } from "@/server/research/editions/ledger";
import type { EditionSource } from "@/server/research/editions/schema";

const longestTitle = 52;

type LedgerPlotProps = { entry: LedgerEntry; sources: ReadonlyMap<string, EditionSource> };

/** What is true side by side is set side by side; values of one axis are plotted; the rest is only told. */
export const LedgerPlot = ({ entry, sources }: LedgerPlotProps) => {
  const { conflict, rows } = entry;
  if (conflict.kind === "jurisdiction_difference" || conflict.kind === "interpretive") {
    return (
      <SideBySide
        sides={conflict.sides.map((side, index) => {
          const row = rows.find((candidate) => candidate.side === index);
          const source = sources.get(side.sourceIds[0] ?? "");
          return {
            key: side.label,
            label: `${row?.qualifiers.replace(/^\(|\)$/g, "") || source?.jurisdiction || source?.publisher || "Source"} [${side.sourceIds.map((id) => sources.get(id)?.number ?? 0).join(", ")}]`,
            value: row?.printed ?? side.label,
            note: source?.title,
          };
        })}
      />
    );
  }
  const bands = bandsOf(entry, sources);
  if (bands.every((band) => band.rows.length === 0)) return null;
  const dated = rows.some((row) => row.value.kind === "date");
  return (
    <VariantPlot
      axis={entry.unit === "" ? entry.label : `${entry.label}, ${entry.unit}`}
      kind={dated ? "date" : "number"}
      bands={bands}
      apart={apartWords(entry)}
    />
  );
};

function apartWords({ conflict }: LedgerEntry): string {
  const keys = [...conflict.differing, ...conflict.unstated].map((key) => key.replaceAll("_", " "));
  return keys.length === 0
    ? "Not comparable"
    : `Not comparable: ${keys.join(", ")} ${conflict.unstated.length > 0 ? "not stated by all" : "differs"}`;
}

/** Sides that may not be compared stand in bands of their own. */
function bandsOf(entry: LedgerEntry, sources: LedgerPlotProps["sources"]): VariantBand[] {
  const { conflict, rows } = entry;
  const band = (key: string, own: readonly LedgerRow[], name?: string): VariantBand => ({
    key,
    name,
    rows: own.flatMap((row) => variantRow(row, entry, sources) ?? []).sort((a, b) => tierOf(a, sources) - tierOf(b, sources)),
  });
  if (conflict.kind !== "not_comparable") return [band("all", rows)];
  return conflict.sides.map((side, index) => {
    const own = rows.filter((row) => row.side === index);
    return band(side.label, own, own[0]?.qualifiers.replace(/^\(|\)$/g, "") || undefined);
  });
}

/** Beside a figure two lines of a title are enough: its number leads to the rest. */
function clipped(title: string): string {
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle).replace(/[\s,;:(]+\S*$/, "")}\u2026`;
}

function tierOf(row: VariantRow, sources: LedgerPlotProps["sources"]): number {
  return [...sources.values()].find((source) => source.number === row.source)?.tier ?? 10;
}

function variantRow(row: LedgerRow, { conflict }: LedgerEntry, sources: LedgerPlotProps["sources"]): VariantRow | null {
  const extent = extentOf(row.value);
  const source = sources.get(row.sourceId);
  if (!extent || !source) return null;
  const twin = [...sources.values()].some(
    (other) => other.number < source.number && other.voice === source.voice && conflict.sides[row.side]?.sourceIds.includes(other.id),
  );
  return {
    key: row.claimId,
    source: source.number,
    title: clipped(source.title),
    note: [`tier ${source.tier}`, source.date ? formatPartialDate(source.date) : ""].filter((part) => part !== "").join(", "),
    extent,
    role: roleOf(row, conflict),
    copy: twin,
    printed: row.printed,
    printedNote: row.qualifiers === "" ? undefined : row.qualifiers,
  };
}

function roleOf(row: LedgerRow, conflict: LedgerEntry["conflict"]): VariantRole {
  if (conflict.status === "set_apart") return "apart";
  if (conflict.status === "open") return "open";
  return row.side === conflict.winner ? "agrees" : "against";
}
