import type { Fact } from "../../../categories/schema";
import type { Claim } from "../../../claims/schema";
import type { Side } from "../sides";

/**
 * The side that is safest to act on, by index: a stated warning over its denial; of numbers the lower or the higher as the fact says. Null when the fact
 * does not say and its unit does not tell, or when units differ.
 */
export function mostCautious(fact: Fact, sides: readonly Side[]): number | null {
  const claims = sides.map((side) => side.positions.map((position) => position.claim));
  if (claims.every((list) => list.every((claim) => claim.value.kind === "boolean" || claim.value.kind === "term"))) {
    const warned = claims.map((list) => list.some(warns));
    return warned.filter(Boolean).length === 1 ? warned.indexOf(true) : null;
  }
  const direction = fact.cautious ?? directionOfUnit(fact.unit);
  const units = new Set(claims.flat().map((claim) => (claim.value.kind === "quantity" ? claim.value.unit : "")));
  if (!direction || units.size !== 1 || units.has("")) return null;
  const sign = direction === "lower" ? 1 : -1;
  const scores = claims.map((list) => Math.min(...list.map((claim) => sign * bound(claim, direction))));
  const best = scores.indexOf(Math.min(...scores));
  return Number.isFinite(scores[best]) && scores.filter((score) => score === scores[best]).length === 1 ? best : null;
}

/** A dose is safer lower, a kidney function that forbids is safer higher. */
function directionOfUnit(unit: string | undefined): "lower" | "higher" | null {
  if (!unit) return null;
  if (/^[kmun]?g(?:\/kg)?(?:\/d)?$/.test(unit)) return "lower";
  return /^mL\/min(?:\/|$)/.test(unit) ? "higher" : null;
}

function warns(claim: Claim): boolean {
  const affirmed = claim.polarity === "affirmed";
  return claim.value.kind === "boolean" ? claim.value.value === affirmed : affirmed;
}

function bound({ value }: Claim, direction: "lower" | "higher"): number {
  if (value.kind !== "quantity") return Number.NaN;
  const point = direction === "lower" ? (value.low ?? value.value ?? value.high) : (value.high ?? value.value ?? value.low);
  return point ?? Number.NaN;
}
