// What an answer is estimated to cost where its vendor does not say: tokens and searches times the prices that the operator set.
import type { Cost } from "../schema";

/** US dollars: per million input and output tokens, and per thousand searches. */
export type Price = { readonly input: number; readonly output: number; readonly searches: number };

export type Metered = { readonly inputTokens: number; readonly outputTokens: number; readonly searches: number };

export function estimatedCost(model: string, price: Price | null, used: Metered | null): Cost {
  if (!price) return { usd: null, basis: "unknown", reason: `No price is set for ${model}.` };
  if (!used) return { usd: null, basis: "unknown", reason: "The answer does not say what it used." };
  return { usd: usdOf(price, used), basis: "estimated" };
}

/** Dollars to ten places, so that sums of them do not drift. */
export function usdOf(price: Price, used: Metered): number {
  const micro = used.inputTokens * price.input + used.outputTokens * price.output + used.searches * price.searches * 1000;
  return Math.round(micro * 10_000) / 10_000_000_000;
}
