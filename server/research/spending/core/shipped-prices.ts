// Prices that come with Variorum: those of the package @pydantic/genai-prices for engines it knows, and Tavily's list price of a credit.
import { calcPrice, type ModelPrice } from "@pydantic/genai-prices";
import type { Rate, UnitPrices } from "../schema";

export type ShippedPrice = { readonly prices: UnitPrices; readonly validFrom: Date; readonly validTo: Date | null };

const always = new Date(0);
/** Our providers under the package's names, and the name of a model there. */
const vendors: Readonly<Record<string, { readonly id: string; readonly model: (name: string) => string }>> = {
  openai: { id: "openai", model: (name) => name },
  perplexity: { id: "perplexity", model: (name) => name.replace(/^perplexity\//, "") },
  xai: { id: "x-ai", model: (name) => name },
  gemini: { id: "google", model: (name) => name.replace(/^models\//, "") },
};
/** US dollars for one credit, paid as it goes. */
const tavilyCredit = 0.008;

/** The price of a model from one day to another, in order of time; empty when nothing is known of it. */
export function shippedPrices(provider: string, model: string): ShippedPrice[] {
  if (provider === "tavily") return [{ prices: { credit: tavilyCredit }, validFrom: always, validTo: null }];
  const vendor = vendors[provider];
  if (!vendor) return [];
  const known = calcPrice({ input_tokens: 1, output_tokens: 1 }, vendor.model(model), { providerId: vendor.id });
  if (!known) return [];
  const { prices } = known.model;
  // Prices that change with the hour of the day are left out: only from which day one holds is kept.
  const dated = Array.isArray(prices)
    ? prices.flatMap(({ constraint, prices: own }) =>
        constraint === undefined ? [{ from: always, own }] : constraint.type === "start_date" ? [{ from: new Date(constraint.start_date), own }] : [],
      )
    : [{ from: always, own: prices }];
  const inOrder = dated.toSorted((a, b) => a.from.getTime() - b.from.getTime());
  return inOrder.flatMap(({ from, own }, index) => {
    const unit = unitPrices(own);
    return unit ? [{ prices: unit, validFrom: from, validTo: inOrder[index + 1]?.from ?? null }] : [];
  });
}

function unitPrices(own: ModelPrice): UnitPrices | null {
  const rates = { input: rateOf(own.input_mtok), cachedInput: rateOf(own.cache_read_mtok), output: rateOf(own.output_mtok) };
  const flat = { searches: baseOf(own.web_searches_kcount), requests: baseOf(own.requests_kcount) };
  const named = Object.fromEntries(Object.entries({ ...rates, ...flat }).filter(([, price]) => price !== undefined));
  return Object.keys(named).length === 0 ? null : named;
}

function rateOf(price: ModelPrice[string]): Rate | undefined {
  if (price === undefined || typeof price === "number") return price;
  return { base: price.base, tiers: price.tiers.map(({ start, price: own }) => ({ start, price: own })) };
}

function baseOf(price: ModelPrice[string]): number | undefined {
  return price === undefined || typeof price === "number" ? price : price.base;
}
