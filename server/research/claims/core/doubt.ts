// Why a value is shown as doubtful: it is kept, because the source may err or the reading may, and the reader is to know which bounds it leaves.
import type { Fact } from "../../categories/schema";
import type { ClaimValue } from "../schema";

export type Doubt = { word: "implausible"; reason: string };

/** The word and its reason for a value that carries the flag; null for every other value. Bounds are in the fact's own unit, UCUM. */
export function doubtOf(fact: Pick<Fact, "label" | "plausible" | "unit">, value: ClaimValue): Doubt | null {
  if (value.kind !== "quantity" || !value.implausible || !fact.plausible) return null;
  const { low, high } = fact.plausible;
  const unit = fact.unit === undefined || fact.unit === "1" ? "" : ` ${fact.unit}`;
  return {
    word: "implausible",
    reason: `${fact.label} is expected between ${low} and ${high}${unit}. The source may err, or the reading of it: look at the quote.`,
  };
}
