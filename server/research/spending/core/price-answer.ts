// The cost of one call: what its vendor billed, else what it used times the price, else unknown with the reason.
import type { Answer, Cost } from "../../providers/schema";
import type { UnitPrices } from "../schema";
import { toUsd } from "./money";
import { costTicks, meteredOf } from "./price";

export type KnownPrice = { readonly prices: UnitPrices; readonly origin: "seed" | "admin" | "operator" };

/** An administrator's price counts before the adapter's own estimate, and that before a shipped price. */
export function priceAnswer(answer: Pick<Answer, "cost" | "usage" | "model" | "status">, price: KnownPrice | null): Cost {
  const { cost } = answer;
  if (cost.basis === "billed" || cost.basis === "free") return cost;
  if (cost.basis === "estimated" && price?.origin !== "admin") return cost;
  const used = meteredOf(answer.usage);
  if (price && used) return { usd: toUsd(costTicks(price.prices, used)), basis: "estimated", reason: "What it used times the price in the table." };
  if (cost.usd !== null) return cost;
  return { usd: null, basis: "unknown", reason: cost.reason ?? (price ? "The answer does not say what it used." : "No price is set for its model.") };
}
