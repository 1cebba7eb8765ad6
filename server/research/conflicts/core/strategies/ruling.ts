import type { ConflictStrategy, Fact } from "../../../categories/schema";
import type { DetectedConflict } from "../../schema";
import { bestTier, type Side } from "../sides";

/** A disagreement to be decided: its sides in the order they are shown. */
export type Disagreement = { readonly fact: Fact; readonly kind: DetectedConflict["kind"]; readonly sides: readonly Side[] };
/** `winner` is an index into the sides; null leaves it open. `rationale` is one or two plain sentences. */
export type Ruling = { readonly winner: number | null; readonly rationale: string };
export type Rule = (disagreement: Disagreement) => Ruling;
/** What was decided, and by which rule in the end. */
export type AppliedRuling = Ruling & { readonly strategy: ConflictStrategy };

export function open(rationale: string): Ruling {
  return { winner: null, rationale };
}

/** The only side with the smallest score; null when it is shared or infinite. */
export function onlySmallest(scores: readonly number[]): number | null {
  const least = Math.min(...scores);
  if (!Number.isFinite(least)) return null;
  const holders = scores.flatMap((score, index) => (score === least ? [index] : []));
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

/** What the best source of a side is, for rationales: "FDA (tier 1)". */
export function bestSourceOf(side: Side): string {
  const tier = bestTier(side);
  const best = side.sources.find((source) => source.tier === tier);
  return best?.publisher ? `${best.publisher} (tier ${tier})` : `a source of tier ${tier}`;
}
