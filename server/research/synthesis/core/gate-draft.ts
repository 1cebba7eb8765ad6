// The publish gate over a draft. What fails is withheld with its reason; the passage's own sentence takes its place where there is one.
import { isAddressed } from "../../claims/core/addressed";
import type { Citation, DraftedSentence, GateVerdict } from "../schema";
import { type Analysis, analyse } from "./gate/analyse";
import { checkSentence, type GateOptions } from "./gate/check-sentence";
import { isDangling, isProse, type ProseSentence, sentencesBetween } from "./prose";
import { jaccard, stemsOf } from "./text-stems";

/** Text of a source as stored, and what stands round it: title, publisher, date, names of the subject, one per line. */
export type GateSource = { text: string; context: string };
export type GatedSentence = { sentence: DraftedSentence; verdict: GateVerdict };
export type WithheldSentence = GatedSentence & { reason: string };

const around = 1500;
const fallbackReach = 800;
const leastOverlap = 0.2;

type Sources = (sourceId: string) => GateSource | null;

/** Checks each drafted sentence against the sources it cites. `sourceOf` gives null for a source that is gone. */
export function gateDraft(
  drafted: readonly DraftedSentence[],
  sourceOf: Sources,
  options: GateOptions = {},
): { published: GatedSentence[]; withheld: WithheldSentence[] } {
  const published: GatedSentence[] = [];
  const withheld: WithheldSentence[] = [];
  const analyses = new Map<string, Analysis>();
  for (const sentence of drafted) {
    const verdict = verdictOf(sentence, sourceOf, analyses, options);
    if (verdict.publish) {
      published.push({ sentence, verdict });
      continue;
    }
    withheld.push({ sentence, verdict, reason: reasonOf(verdict) });
    const fallback = fallbackFor(sentence, sourceOf, [...published.map((one) => one.sentence), ...drafted]);
    if (fallback) published.push({ sentence: fallback, verdict: verdictOf(fallback, sourceOf, analyses, options) });
  }
  return { published: published.filter((one) => one.verdict.publish), withheld };
}

/** Verbatim at its own citation first; only what is not costs an analysis of the whole source. */
function verdictOf(sentence: DraftedSentence, sourceOf: Sources, analyses: Map<string, Analysis>, options: GateOptions): GateVerdict {
  const cited = sentence.citations.flatMap((citation) => {
    const source = sourceOf(citation.sourceId);
    return source && source.text.slice(citation.start, citation.end) === citation.quote ? [{ citation, source }] : [];
  });
  const near = cited.map(({ citation, source }) => ({
    text: sentencesBetween(source.text, citation.start, citation.end)
      .map((one) => one.quote)
      .join("\n"),
    context: source.context,
  }));
  const atPlace = checkSentence(sentence.text, near, options);
  if (atPlace.publish || cited.length === 0) return atPlace;
  const whole = cited.map(({ citation, source }) => {
    const known = analyses.get(citation.sourceId) ?? analyse(source.text, source.context);
    analyses.set(citation.sourceId, known);
    return known;
  });
  return checkSentence(sentence.text, whole, options);
}

/** The first blocking reason, or that too little of the sentence is in the passage. */
function reasonOf(verdict: GateVerdict): string {
  const blocking = verdict.findings.find((one) => one.blocking);
  if (blocking) return blocking.reason;
  return `The cited passage carries too little of this sentence (score ${verdict.score.toFixed(2)}, words found ${Math.round(verdict.recall * 100)}%).`;
}

/** The sentence near the citation that shares most with the withheld one, verbatim, unless it is in the text already. */
function fallbackFor(sentence: DraftedSentence, sourceOf: Sources, taken: readonly DraftedSentence[]): DraftedSentence | null {
  const wanted = stemsOf(sentence.text);
  let best: { found: ProseSentence; citation: Citation; share: number } | null = null;
  for (const citation of sentence.citations) {
    const source = sourceOf(citation.sourceId);
    if (!source) continue;
    const from = Math.max(0, citation.start - fallbackReach);
    for (const found of sentencesBetween(source.text, from, Math.min(source.text.length, citation.end + around))) {
      if (!isProse(found.text) || isDangling(found.text) || isAddressed(found.text) || taken.some((one) => one.text === found.text)) continue;
      const share = jaccard(wanted, stemsOf(found.text));
      if (share >= leastOverlap && (best === null || share > best.share)) best = { found, citation, share };
    }
  }
  if (!best) return null;
  const { found, citation } = best;
  return {
    text: found.text,
    section: sentence.section,
    citations: [{ sourceId: citation.sourceId, quote: found.quote, start: found.start, end: found.end, page: citation.page }],
  };
}
