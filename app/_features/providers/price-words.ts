// Prices as people read them, and what they type as prices.
import type { Rate, UnitPrices } from "@/server/research/spending/schema";

/** The fields of a price with their units, in the order of the table. */
export const priceFields = [
  ["input", "Input", "per million tokens"],
  ["cachedInput", "Input from the vendor's cache", "per million tokens"],
  ["output", "Output", "per million tokens"],
  ["searches", "Searches", "per thousand"],
  ["requests", "Requests", "per thousand"],
  ["credit", "Credit", "each"],
] as const satisfies readonly (readonly [keyof UnitPrices, string, string])[];

export function rateWords(rate: Rate | undefined): string {
  if (rate === undefined) return "\u2013";
  if (typeof rate === "number") return amount(rate);
  return [amount(rate.base), ...rate.tiers.map((tier) => `${amount(tier.price)} from ${tier.start.toLocaleString("en")} tokens`)].join(", ");
}

const amount = (usd: number): string => `$${usd.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 6 })}`;

/** What was typed as prices; a field left empty costs nothing, one that is no number stays what it is, so that the schema names it. */
export function typedPrices(read: (field: keyof UnitPrices) => string): Record<string, number> {
  const typed = priceFields.map(([field]) => [field, read(field).trim()] as const).filter(([, text]) => text !== "");
  return Object.fromEntries(typed.map(([field, text]) => [field, Number(text.replace(",", "."))]));
}
