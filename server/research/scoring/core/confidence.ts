// Confidence of a category's text. Removing or degrading evidence never raises it, nor does adding a copy: every signal counts voices and grows with them.
import type { Score, Signal } from "../schema";
import { type Evidence, evidenceOf, hasFailed, isAccepted, type ScoreInput } from "./evidence";
import { counted, filled, freshness, saturating, scoreOf, signal, tierValue } from "./values";
import { scales, confidenceWeights as weights } from "./weights";

/** 0 to 100 with the signals that add up to it. What sources that failed verification would have added is taken off again by a signal of its own. */
export function scoreConfidence(input: ScoreInput): Score {
  const accepted = input.sources.filter((source) => isAccepted(source, input.criteria));
  const failed = accepted.filter((source) => hasFailed(source, input.criteria));
  const signals = positive(
    input,
    evidenceOf(input, (source) => isAccepted(source, input.criteria)),
  );
  const standing = positive(
    input,
    evidenceOf(input, (source) => isAccepted(source, input.criteria) && !hasFailed(source, input.criteria)),
  );
  const lost = sum(standing) - sum(signals);
  return scoreOf([...signals, failures(lost, failed.length, accepted.length), withheld(input)]);
}

function positive(input: ScoreInput, evidence: Evidence): Signal[] {
  return [
    support(input, evidence),
    independence(input, evidence),
    authority(evidence),
    recency(input, evidence),
    agreement(input, evidence),
    directness(evidence),
  ];
}

function support(input: ScoreInput, { factVoices, voices }: Evidence): Signal {
  const statements = [...factVoices.values()].reduce((total, set) => total + set.size, 0);
  // Sentences without a source that counts support nothing.
  const sentences = voices.length > 0 ? input.published : 0;
  const aside = input.sources.length - input.sources.filter((source) => isAccepted(source, input.criteria)).length;
  const note = aside > 0 ? `; ${counted(aside, "source")} replaced or below tier ${input.criteria.minTier} not counted` : "";
  const text = `${counted(statements, "stated fact")}, each voice counted once, and ${counted(sentences, "sentence")} in the text${note}.`;
  return signal("support", weights.support, saturating(statements + sentences, scales.halfSupport), text);
}

function independence({ criteria }: ScoreInput, { voices }: Evidence): Signal {
  const needed = scales.fullVoices * criteria.minIndependentSources;
  const text = `${counted(voices.length, "independent voice")}; the category asks for ${criteria.minIndependentSources}, full points at ${needed}.`;
  return signal("independence", weights.independence, filled(voices.length, needed), text);
}

function authority({ voices }: Evidence): Signal {
  const [best, second] = voices.map((voice) => voice.tier).sort((a, b) => a - b);
  const value =
    (best === undefined ? 0 : scales.bestVoice * tierValue(best)) + (second === undefined ? 0 : (1 - scales.bestVoice) * tierValue(second));
  const text =
    best === undefined
      ? "No source that counts."
      : second === undefined
        ? `One voice, of tier ${best}.`
        : `The two best voices are of tier ${best} and ${second}.`;
  return signal("authority", weights.authority, value, text);
}

function recency({ criteria }: ScoreInput, { voices }: Evidence): Signal {
  const ages = voices.flatMap((voice) => voice.ageDays ?? []);
  const newest = ages.length > 0 ? Math.min(...ages) : null;
  const fresh = criteria.maxAgeDays ?? scales.freshDays;
  const text = newest === null ? "No source states its date." : `The newest source is ${years(newest)} old; up to ${years(fresh)} counts in full.`;
  return signal("recency", weights.recency, freshness(newest, fresh), text);
}

function agreement({ conflicts }: ScoreInput, { factVoices }: Evidence): Signal {
  const open = conflicts.filter((conflict) => conflict.status === "open");
  const resolved = conflicts.filter((conflict) => conflict.status === "resolved");
  const disputed = new Set(open.map((conflict) => conflict.attribute));
  const corroborated = [...factVoices].filter(([attribute, voices]) => voices.size > 1 && !disputed.has(attribute)).length;
  const against = 1 + scales.openConflict * open.length + scales.resolvedConflict * resolved.length;
  const text = `${counted(corroborated, "fact")} stated by more than one voice without open conflict; ${open.length} open and ${counted(resolved.length, "resolved conflict")}.`;
  return signal("agreement", weights.agreement, corroborated / (corroborated + against), text);
}

function directness({ directFacts, factVoices }: Evidence): Signal {
  const text = `${directFacts.size} of ${counted(factVoices.size, "fact")} stated plainly, without may or might.`;
  return signal("directness", weights.directness, saturating(directFacts.size, scales.halfDirect), text);
}

function failures(lost: number, failed: number, accepted: number): Signal {
  const text =
    failed === 0
      ? `None of ${counted(accepted, "source")} failed verification.`
      : `${failed} of ${counted(accepted, "source")} failed verification; what ${failed === 1 ? "it" : "they"} would have added is taken off.`;
  return signal("verification_failures", weights.verification_failures, lost === 0 ? 0 : lost / weights.verification_failures, text);
}

function withheld({ published, withheld: kept }: ScoreInput): Signal {
  const share = kept === 0 ? 0 : kept / (published + kept);
  const text = `${kept} of ${counted(published + kept, "drafted sentence")} kept out, because ${kept === 1 ? "its" : "their"} passage does not say it.`;
  return signal("withheld", weights.withheld, share === 0 ? 0 : -share, text);
}

function sum(signals: readonly Signal[]): number {
  return signals.reduce((total, { points }) => total + points, 0);
}

function years(days: number): string {
  if (days < 60) return counted(Math.round(days), "day");
  return days < 730 ? counted(Math.round(days / 30.44), "month") : counted(Math.round(days / 365.25), "year");
}
