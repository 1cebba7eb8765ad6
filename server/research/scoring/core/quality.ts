// Quality of a category's sources as a body: the best voices up to the number the category needs. Missing ones count as nothing, so removing one never helps.
import type { Score } from "../schema";
import { evidenceOf, type ScoreInput } from "./evidence";
import { counted, filled, freshness, meanOfBest, scoreOf, signal, tierValue } from "./values";
import { scales, qualityWeights as weights } from "./weights";

/** 0 to 100 with the signals that add up to it. Replaced editions and sources that are gone or retracted do not count. */
export function scoreQuality(input: ScoreInput): Score {
  const { voices } = evidenceOf(input, (source) =>
    source.superseded || source.rungs.alive === "failed" || source.rungs.not_retracted === "failed" ? 0 : 1,
  );
  const needed = scales.fullVoices * input.criteria.minIndependentSources;
  const fresh = input.criteria.maxAgeDays ?? scales.freshDays;
  const alive = voices.filter((voice) => voice.alive).length;
  const anchored = voices.filter((voice) => voice.anchored).length;
  const dated = voices.filter((voice) => voice.ageDays !== null).length;
  const of = `of ${counted(voices.length, "voice")}; ${needed} give full points`;
  const tiers = voices.map((voice) => voice.tier).sort((a, b) => a - b);
  const mix =
    tiers.length === 0
      ? "No source that counts."
      : `Tiers of the best voices: ${tiers.slice(0, needed).join(", ")}; ${needed} of tier 1 give full points.`;
  return scoreOf([
    signal(
      "tier_mix",
      weights.tier_mix,
      meanOfBest(
        voices.map((voice) => tierValue(voice.tier)),
        needed,
      ),
      mix,
    ),
    signal("alive", weights.alive, filled(alive, needed), `${alive} ${of} where the source was reached.`),
    signal("anchored", weights.anchored, filled(anchored, needed), `${anchored} ${of} where the quotes were found word for word.`),
    signal(
      "age",
      weights.age,
      meanOfBest(
        voices.map((voice) => freshness(voice.ageDays, fresh)),
        needed,
      ),
      `${dated} ${of}, fresh up to ${Math.round(fresh / 365.25)} years.`,
    ),
  ]);
}
