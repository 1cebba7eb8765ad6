// Do two claims state one value? Used to cite a second source for a sentence, so it is strict: no tolerance, no conversion.
import type { ClaimValue } from "../../claims/schema";
import type { DraftClaim } from "./draft-input";
import { jaccard, stemsOf } from "./text-stems";

function sameValueOf(a: ClaimValue, b: ClaimValue): boolean {
  if (a.kind === "quantity" && b.kind === "quantity")
    return a.unit === b.unit && a.value === b.value && a.low === b.low && a.high === b.high && (a.op ?? "=") === (b.op ?? "=");
  if (a.kind === "date" && b.kind === "date") return a.earliest === b.earliest && a.latest === b.latest;
  if (a.kind === "boolean" && b.kind === "boolean") return a.value === b.value;
  return a.kind === "term" && b.kind === "term" && a.value === b.value;
}

const figuresOf = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** True when a quote that states the same value may stand beside the sentence: it has all its figures and enough of its words. */
export function mayBeCitedFor(sentence: string, quote: string, value: ClaimValue): boolean {
  const own = figuresOf(quote);
  const measured = value.kind === "quantity" || value.kind === "date";
  return figuresOf(sentence).every((figure) => own.includes(figure)) && jaccard(stemsOf(sentence), stemsOf(quote)) >= (measured ? 0.2 : 0.35);
}

/** Same attribute, value and polarity, and no qualifier that both state differently. */
export function statesSame(a: DraftClaim, b: DraftClaim): boolean {
  if (a.attribute !== b.attribute || a.polarity !== b.polarity || !sameValueOf(a.value, b.value)) return false;
  return Object.entries(a.qualifiers).every(([key, value]) => {
    const other = b.qualifiers[key as keyof typeof b.qualifiers];
    return other === undefined || other === value;
  });
}

/** A claim has its jurisdiction from its source, whatever it speaks of: agencies are told apart where it matters. */
function anywhere(claim: DraftClaim): DraftClaim {
  const { jurisdiction: _where, ...qualifiers } = claim.qualifiers;
  return { ...claim, qualifiers };
}

/** True where both state a fact and no value of it in common: another partner, another unit, other people. Jurisdictions are not compared. */
export function statesOther(a: readonly DraftClaim[], b: readonly DraftClaim[]): boolean {
  const shared = new Set(a.map((claim) => claim.attribute).filter((attribute) => b.some((claim) => claim.attribute === attribute)));
  return [...shared].some(
    (attribute) => !a.some((one) => one.attribute === attribute && b.some((other) => statesSame(anywhere(one), anywhere(other)))),
  );
}
