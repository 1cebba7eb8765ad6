import { tierNames } from "../../../sources/schema";
import { bestTier } from "../sides";
import { bestSourceOf, onlySmallest, open, type Rule } from "./ruling";

/** The side with the best tier stands; equal tiers decide nothing. */
export const authority: Rule = ({ sides }) => {
  const tiers = sides.map(bestTier);
  const winner = onlySmallest(tiers);
  const side = winner === null ? undefined : sides[winner];
  if (winner === null || !side) {
    const tier = Math.min(...tiers);
    return open(`By authority no side leads: more than one rests on a source of tier ${tier} (${tierNames[tier] ?? "unknown"}).`);
  }
  return { winner, rationale: `By authority ${side.label} stands: it rests on ${bestSourceOf(side)}, and no other side has a source of that rank.` };
};
