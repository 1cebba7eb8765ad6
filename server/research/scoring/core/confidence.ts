// Confidence of a category's text. Removing or degrading evidence never raises it, nor does adding a copy: every signal counts voices and grows with them.
import type { Score, Signal } from "../schema";
import { byTier, type Evidence, evidenceOf, hasFailed, isAccepted, isInForce, type ScoreInput, trustIn, type Voice } from "./evidence";
import { counted, filled, freshness, saturating, scoreOf, signal, tierValue } from "./values";
import { scales, confidenceWeights as weights } from "./weights";

/** 0 to 100 with the signals that add up to it. What sources that failed verification would have added is taken off again by a signal of its own. */
export function scoreConfidence(input: ScoreInput): Score {
  const { criteria } = input;
  const counted = input.sources.filter(isInForce);
  const failed = counted.filter((source) => hasFailed(source, criteria));
  const open = counted.filter((source) => !failed.includes(source) && trustIn(source, criteria) < 1);
  const signals = positive(
    input,
    evidenceOf(input, (source) => (isInForce(source) ? byTier(source, criteria) : 0)),
  );
  const standing = positive(
    input,
    evidenceOf(input, (source) => (isInForce(source) ? byTier(source, criteria) * trustIn(source, criteria) : 0)),
  );
  const lost = points(standing) - points(signals);
  return scoreOf([...signals, failures(lost, failed.length, open.length, counted.length), withheld(input)]);
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
  const statements = sum([...factVoices.values()].flat());
  const stated = [...factVoices.values()].reduce((total, weights) => total + weights.length, 0);
  // Sentences without a source that counts support nothing.
  const sentences = input.published * best(voices);
  const replaced = input.sources.filter((source) => !isInForce(source)).length;
  const beyond = input.sources.filter((source) => isInForce(source) && !isAccepted(source, input.criteria)).length;
  const notes = [
    ...(replaced > 0 ? [`${counted(replaced, "source")} replaced and not counted`] : []),
    ...(beyond > 0 ? [`${counted(beyond, "source")} beyond tier ${input.criteria.minTier} counted at ${percent(scales.beyondTier)}`] : []),
  ];
  const shown = voices.length > 0 ? input.published : 0;
  const text = `${counted(stated, "stated fact")}, each voice counted once, and ${counted(shown, "sentence")} in the text${notes.map((note) => `; ${note}`).join("")}.`;
  return signal("support", weights.support, saturating(statements + sentences, scales.halfSupport), text);
}

function independence({ criteria }: ScoreInput, { voices }: Evidence): Signal {
  const needed = scales.fullVoices * criteria.minIndependentSources;
  const beyond = voices.filter((voice) => voice.weight < 1).length;
  const note = beyond > 0 ? `, ${beyond} of them beyond the accepted tier at ${percent(scales.beyondTier)}` : "";
  const text = `${counted(voices.length, "independent voice")}${note}; the category asks for ${criteria.minIndependentSources}, full points at ${needed}.`;
  return signal("independence", weights.independence, filled(sum(voices.map((voice) => voice.weight)), needed), text);
}

function authority({ voices }: Evidence): Signal {
  const [first, second] = [...voices].sort((a, b) => rank(b) - rank(a) || a.tier - b.tier);
  const value = scales.bestVoice * rank(first) + (1 - scales.bestVoice) * rank(second);
  const text =
    first === undefined
      ? "No source that counts."
      : second === undefined
        ? `One voice, of tier ${first.tier}.`
        : `The two best voices are of tier ${first.tier} and ${second.tier}.`;
  return signal("authority", weights.authority, value, text);
}

function recency({ criteria }: ScoreInput, { dated }: Evidence): Signal {
  const newest = dated.length > 0 ? Math.min(...dated.map((source) => source.ageDays)) : null;
  const fresh = criteria.maxAgeDays ?? scales.freshDays;
  const text = newest === null ? "No source states its date." : `The newest source is ${years(newest)} old; up to ${years(fresh)} counts in full.`;
  return signal("recency", weights.recency, Math.max(0, ...dated.map(({ ageDays, weight }) => weight * freshness(ageDays, fresh))), text);
}

function agreement({ conflicts }: ScoreInput, { factVoices }: Evidence): Signal {
  const open = conflicts.filter((conflict) => conflict.status === "open");
  const resolved = conflicts.filter((conflict) => conflict.status === "resolved");
  const disputed = new Set(open.map((conflict) => conflict.attribute));
  const shared = [...factVoices].filter(([attribute, voices]) => voices.length > 1 && !disputed.has(attribute));
  // A fact is as well corroborated as the second of its voices is good.
  const corroborated = sum(shared.map(([, voices]) => voices[1] ?? 0));
  const against = 1 + scales.openConflict * open.length + scales.resolvedConflict * resolved.length;
  const text = `${counted(shared.length, "fact")} stated by more than one voice without open conflict; ${open.length} open and ${counted(resolved.length, "resolved conflict")}.`;
  return signal("agreement", weights.agreement, corroborated / (corroborated + against), text);
}

function directness({ directFacts, factVoices }: Evidence): Signal {
  const text = `${directFacts.size} of ${counted(factVoices.size, "fact")} stated plainly, without may or might.`;
  return signal("directness", weights.directness, saturating(sum([...directFacts.values()]), scales.halfDirect), text);
}

function failures(lost: number, failed: number, open: number, accepted: number): Signal {
  const outcome =
    failed === 0
      ? `None of ${counted(accepted, "source")} failed verification`
      : `${failed} of ${counted(accepted, "source")} failed verification; what ${failed === 1 ? "it" : "they"} would have added is taken off`;
  const unsure = open === 0 ? "" : `; ${open} could not be checked to the end and ${open === 1 ? "counts" : "count"} for a little less`;
  return signal(
    "verification_failures",
    weights.verification_failures,
    lost === 0 ? 0 : lost / weights.verification_failures,
    `${outcome}${unsure}.`,
  );
}

function withheld({ published, withheld: kept }: ScoreInput): Signal {
  const share = kept === 0 ? 0 : kept / (published + kept);
  const text = `${kept} of ${counted(published + kept, "drafted sentence")} kept out, because ${kept === 1 ? "its" : "their"} passage does not say it.`;
  return signal("withheld", weights.withheld, share === 0 ? 0 : -share, text);
}

function points(signals: readonly Signal[]): number {
  return sum(signals.map((one) => one.points));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The largest weight among the voices; 0 without any. */
function best(voices: readonly Voice[]): number {
  return Math.max(0, ...voices.map((voice) => voice.weight));
}

function rank(voice: Voice | undefined): number {
  return voice === undefined ? 0 : voice.weight * tierValue(voice.tier);
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function years(days: number): string {
  if (days < 60) return counted(Math.round(days), "day");
  return days < 730 ? counted(Math.round(days / 30.44), "month") : counted(Math.round(days / 365.25), "year");
}
