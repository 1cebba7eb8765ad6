import { voicesFor } from "../sides";
import { countOf } from "../witness";
import { open, type Rule } from "./ruling";

/** Share of the weight that a side needs, and voices, so that one strong source alone is no consensus. */
const neededShare = 2 / 3;
const neededVoices = 2;

/** Each voice weighs 11 minus its best tier; a side stands with two thirds of the weight from at least two voices. */
export const weightedConsensus: Rule = ({ sides }) => {
  const weights = sides.map((side) => {
    const byVoice = new Map<string, number>();
    for (const { evidence, source } of side.witnesses) byVoice.set(evidence, Math.max(byVoice.get(evidence) ?? 0, 11 - source.tier));
    return [...byVoice.values()].reduce((sum, weight) => sum + weight, 0);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const winner = weights.findIndex((weight) => weight / total >= neededShare);
  const side = sides[winner];
  const shares = sides.map((s, index) => `${s.label} ${Math.round((100 * (weights[index] ?? 0)) / total)}%`).join(", ");
  if (!side) return open(`No side has two thirds of the weight: ${shares}.`);
  if (voicesFor(side) < neededVoices) return open(`The heavier side is a single voice, which is no consensus: ${shares}.`);
  return { winner, rationale: `Weighed by tier, ${countOf(voicesFor(side), "voice")} carry ${side.label}: ${shares}.` };
};
