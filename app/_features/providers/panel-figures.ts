// The four figures above the panel: counts over all witnesses of a category.
import { durationWords } from "@/app/_ui/time/format-time";
import type { ProviderPanel, Standing, Witness } from "@/server/research/editions/panel/schema";
import { price } from "./witness-words";

export type PanelFigures = Readonly<
  Record<"answers" | "voices" | "cost" | "time", { readonly value: string; readonly unit: string; readonly note: string }>
>;

const others: readonly (readonly [Standing, string])[] = [
  ["cut_off", "cut off"],
  ["ungrounded", "without sources"],
  ["nothing_found", "found nothing"],
  ["failed", "failed"],
  ["not_asked", "not asked"],
  ["waiting", "under way"],
];

export function panelFigures({ category, witnesses }: ProviderPanel): PanelFigures {
  const answered = count(witnesses, "answered");
  const parts = others.map(([standing, words]) => [count(witnesses, standing), words] as const).filter(([many]) => many > 0);
  const costs = witnesses.flatMap((witness) => [witness.cost, ...witness.otherCosts]);
  const total = (of: typeof costs) => of.reduce((usd, cost) => usd + (cost.usd ?? 0), 0);
  const sum = (basis: Witness["cost"]["basis"]) => total(costs.filter((cost) => cost.basis === basis));
  const unknown = costs.filter((cost) => cost.basis === "unknown").length;
  const timed = witnesses
    .filter((witness) => witness.endedAt !== null)
    .map((witness) => ({ name: witness.name, ms: Date.parse(witness.endedAt ?? "") - Date.parse(witness.startedAt) }));
  const slowest = timed.reduce<(typeof timed)[number] | null>((best, each) => (best === null || each.ms > best.ms ? each : best), null);
  const retries = witnesses.reduce((total, witness) => total + Math.max(0, witness.attempts - 1), 0);
  return {
    answers: {
      value: `${answered} of ${witnesses.length}`,
      unit: "whole and with sources",
      note: parts.map(([many, words]) => `${many} ${words}`).join(", "),
    },
    voices: {
      value: String(category.independentCount),
      unit: `independent, behind ${category.sourceCount} ${category.sourceCount === 1 ? "source" : "sources"}`,
      note: category.sourceCount > category.independentCount ? "Sources that copy one another, or one upstream, are one voice." : "",
    },
    cost: {
      value: price(total(costs)),
      unit: "in all",
      note: [
        sum("billed") > 0 ? `${price(sum("billed"))} billed` : "",
        sum("estimated") > 0 ? `${price(sum("estimated"))} estimated` : "",
        unknown > 0 ? `${unknown} not known` : "",
      ]
        .filter((part) => part !== "")
        .join(", "),
    },
    time: {
      value: slowest ? durationWords(slowest.ms) : "none yet",
      unit: slowest ? `the slowest, ${slowest.name}` : "",
      note: retries === 0 ? "" : `${retries} ${retries === 1 ? "retry" : "retries"}`,
    },
  };
}

function count(witnesses: readonly Witness[], standing: Standing): number {
  return witnesses.filter((witness) => witness.standing === standing).length;
}
