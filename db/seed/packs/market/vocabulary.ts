// Vocabulary and compared keys of money, shared by the categories of the market pack.
import type { FactInput } from "@/server/research/categories/schema";
import { exactQuantity, quantity } from "../define";

/** Currencies as units; money of different currencies is never compared. */
const otherCurrencies = [
  "{EUR}",
  "{GBP}",
  "{JPY}",
  "{CHF}",
  "{CAD}",
  "{AUD}",
  "{CNY}",
  "{INR}",
  "{SEK}",
  "{NOK}",
  "{DKK}",
  "{PLN}",
  "{BRL}",
  "{KRW}",
  "{SGD}",
  "{HKD}",
];

type More = Partial<Omit<FactInput, "name" | "label" | "kind" | "unit" | "synonyms">>;

/** A reported amount: any difference beyond rounding counts. */
export function amount(name: string, label: string, synonyms: string, more: More = {}): FactInput {
  return exactQuantity(name, label, "{USD}", synonyms, {
    otherUnits: otherCurrencies,
    comparability: ["currency", "fiscal_period", "definition"],
    tolerance: { rounding: 0.01, minor: 0.05 },
    plausible: { low: -1e13, high: 1e13 },
    ...more,
  });
}

/** An estimate of somebody: shown as a range, with its definition. */
export function estimate(name: string, label: string, synonyms: string, more: More = {}): FactInput {
  return quantity(name, label, "{USD}", synonyms, {
    otherUnits: otherCurrencies,
    comparability: ["currency", "definition", "as_of", "jurisdiction"],
    tolerance: { rounding: 0.05, minor: 0.2 },
    plausible: { low: 0, high: 1e14 },
    ...more,
  });
}
