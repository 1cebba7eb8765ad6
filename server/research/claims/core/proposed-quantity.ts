// A proposed number counts where our own parser reads the same number with its unit at the quoted place, as a value of that fact.
import type { Fact } from "../../categories/schema";
import type { QuantityValue } from "../schema";
import type { Analysed } from "./analyse";
import { armWords, cleanTerm } from "./incidence-terms";
import { linkQuantities } from "./link";
import { findMentions, indexFacts } from "./mentions";
import { withMultiples } from "./multiples";
import { namingOf } from "./named";
import { isNegated } from "./negation";
import type { ClaimProposal, DropReason } from "./proposal";
import type { Quantity } from "./quantities/types";
import { convert, isValidUnit, toUcum } from "./units";
import { readValue } from "./values";

export type Span = { readonly start: number; readonly end: number };
export type ReadProposal = {
  readonly value: QuantityValue;
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly mention: Span | null;
  readonly term?: string;
};

/** Equal after conversion within this relative difference is the same number. */
const same = 0.005;

/** The value at the quoted place, or why there is none. `quoted`: the offsets of the quote in the sentence. */
export function readQuantity(
  fact: Fact,
  facts: readonly Fact[],
  proposal: ClaimProposal,
  { plain, quantities }: Analysed,
  quoted: Span,
  around: string,
): ReadProposal | DropReason {
  const unit = proposal.unit === null || proposal.unit.trim() === "" ? "1" : unitOf(proposal.unit);
  if (unit === null) return "unit_differs";
  const all = fact.scale === "ratio" ? withMultiples(plain, quantities()) : quantities();
  const inside = all.filter((quantity) => quantity.numberStart >= quoted.start && quantity.numberEnd <= quoted.end);
  let reason: DropReason = "value_not_found";
  for (const quantity of inside) {
    const naming = namingOf(fact, facts, plain, around, quantity.numberStart);
    const spot = naming?.mention ?? { start: quantity.numberStart, end: quantity.numberStart, complement: false };
    const reading = readValue(fact, quantity, plain, spot);
    const equal = isSame(proposal, unit, quantity) || (reading !== null && isSame(proposal, unit, reading.value));
    if (!equal) {
      if (isSame(proposal, quantity.unit, quantity)) reason = "unit_differs";
      continue;
    }
    if (!naming) reason = "fact_not_named";
    else if (!reading) reason = "unit_differs";
    else if (belongsElsewhere(fact, facts, plain, all, quantity)) reason = "other_fact";
    else if (proposal.polarity === "denied" || isNegated(plain, quantity.numberStart, quantity.end)) reason = "negation_differs";
    else {
      const place = { start: quantity.start, end: Math.max(quantity.end, reading.end), number: quantity.numberStart, mention: naming.mention };
      if (fact.kind !== "incidence") return { value: reading.value, ...place };
      const term = termOf(fact, proposal, plain);
      if (armWords.test(plain) || quantity.kind !== "percent") reason = "arm_unclear";
      else if (term === null) reason = "value_not_found";
      else return { value: reading.value, ...place, term };
    }
  }
  return reason;
}

function unitOf(surface: string): string | null {
  const code = toUcum(surface);
  if (code) return code;
  return isValidUnit(surface) ? surface : null;
}

type Numbers = { value?: number; low?: number; high?: number; unit: string };

function isSame(proposal: ClaimProposal, unit: string, read: Numbers): boolean {
  const proposed = proposal.value === null ? [proposal.low, proposal.high] : [proposal.value, proposal.value];
  const found = read.value === undefined ? [read.low, read.high].sort((a, b) => (a ?? 0) - (b ?? 0)) : [read.value, read.value];
  return proposed.every((number, index) => {
    const other = found[index];
    const converted = number === null ? null : convert(number, unit, read.unit);
    return converted !== null && other !== undefined && Math.abs(converted - other) <= same * Math.max(Math.abs(converted), Math.abs(other));
  });
}

/** The rules give this number to another fact, or another number of the sentence to this one. */
function belongsElsewhere(fact: Fact, facts: readonly Fact[], plain: string, all: readonly Quantity[], quantity: Quantity): boolean {
  const links = linkQuantities(plain, findMentions(indexFacts(facts), plain.toLowerCase()), all);
  const ofFact = links.filter((link) => link.mention.fact === fact);
  if (ofFact.length > 0) return !ofFact.some((link) => link.quantity === quantity);
  return links.some((link) => link.quantity === quantity);
}

function termOf(fact: Fact, proposal: ClaimProposal, plain: string): string | null {
  const words = proposal.text?.trim().toLowerCase() ?? "";
  return words !== "" && plain.toLowerCase().includes(words) ? cleanTerm(fact, words) : null;
}
