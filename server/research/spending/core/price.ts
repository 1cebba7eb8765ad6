// From what a call used to what it costs. Prices hold from one day to another; of several that hold, the latest version counts.
import type { Rate, UnitPrices } from "../schema";
import { toTicks } from "./money";

export type Metered = {
  /** All input tokens, cached ones among them. */
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
  readonly searches: number;
  readonly requests: number;
  readonly credits: number;
};

type Dated = { readonly version: number; readonly validFrom: Date; readonly validTo: Date | null };

/** The price that counts at a moment, or null. */
export function priceAt<T extends Dated>(rows: readonly T[], moment: Date): T | null {
  const holding = rows.filter((row) => row.validFrom <= moment && (row.validTo === null || moment < row.validTo));
  return holding.reduce<T | null>((best, row) => (best === null || row.version > best.version ? row : best), null);
}

/** Ticks for what was used. A tier counts for the whole call once its input reaches the tier's start. */
export function costTicks(prices: UnitPrices, used: Metered): number {
  const rate = (price: Rate | undefined) => rateFor(price, used.input);
  const cached = Math.min(used.cachedInput, used.input);
  const perMillion =
    (used.input - cached) * rate(prices.input) + cached * rate(prices.cachedInput ?? prices.input) + used.output * rate(prices.output);
  const perThousand = used.searches * (prices.searches ?? 0) + used.requests * (prices.requests ?? 0);
  return toTicks(perMillion / 1e6 + perThousand / 1e3 + used.credits * (prices.credit ?? 0));
}

function rateFor(price: Rate | undefined, input: number): number {
  if (price === undefined) return 0;
  if (typeof price === "number") return price;
  const reached = price.tiers.filter((tier) => input >= tier.start);
  return reached.reduce((best, tier) => (tier.start >= best.start ? tier : best), { start: -1, price: price.base }).price;
}

/** Names under which adapters report what was used. */
const names: Record<keyof Metered, readonly string[]> = {
  input: ["inputTokens", "input_tokens", "promptTokens", "promptTokenCount"],
  cachedInput: ["cachedInputTokens", "cached_tokens", "cachedTokens", "cachedContentTokenCount"],
  output: ["outputTokens", "output_tokens", "completionTokens", "candidatesTokenCount"],
  searches: ["searches", "webSearches", "web_searches", "search_web"],
  requests: ["requests"],
  credits: ["credits"],
};

/** What an answer says it used; null when it says nothing that has a price. One answer is one request. */
export function meteredOf(usage: Readonly<Record<string, number>>): Metered | null {
  const read = (key: keyof Metered) =>
    names[key].map((name) => usage[name]).find((value) => value !== undefined && Number.isFinite(value) && value >= 0);
  const found = { input: read("input"), output: read("output"), credits: read("credits") };
  if (Object.values(found).every((value) => value === undefined)) return null;
  return {
    input: found.input ?? 0,
    cachedInput: read("cachedInput") ?? 0,
    output: found.output ?? 0,
    searches: read("searches") ?? 0,
    requests: read("requests") ?? 1,
    credits: found.credits ?? 0,
  };
}
