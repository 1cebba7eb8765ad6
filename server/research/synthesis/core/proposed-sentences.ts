// Sentences that a model proposes: each must quote passages that hold the quote, and is printed only where one of them alone carries it.
import { z } from "zod";
import type { Fact } from "../../categories/schema";
import { isAddressed } from "../../claims/core/addressed";
import { findMentions, holdsPhrase, indexFacts } from "../../claims/core/mentions";
import { anchorQuote } from "../../verification/core/anchor";
import type { Citation, DraftedSentence, GateVerdict } from "../schema";
import { checkSentence, type GateOptions } from "./gate/check-sentence";
import type { GatedSentence, WithheldSentence } from "./gate-draft";
import { isDangling, isProse, sentencesBetween } from "./prose";
import { jaccard, stemsOf } from "./text-stems";

export const sentenceProposalsSchema = z.object({
  sentences: z.array(
    z.object({
      text: z.string(),
      section: z.string().nullable(),
      citations: z.array(z.object({ passage: z.string(), quote: z.string() })),
    }),
  ),
});
export type SentenceProposal = z.infer<typeof sentenceProposalsSchema>["sentences"][number];

/** A stretch of a source: `evidence` is its text without what may not stand for it, at the same offsets; it begins at `start`. */
export type SummaryPassage = {
  readonly id: string;
  readonly sourceId: string;
  readonly start: number;
  readonly page: number | null;
  readonly text: string;
  readonly evidence: string;
  /** What stands round the source: title, publisher, date, names of the subject, one per line. */
  readonly context: string;
};
export type Judged = {
  readonly published: GatedSentence[];
  readonly withheld: WithheldSentence[];
  readonly kept: number;
  /** Reasons of those that were neither printed nor kept apart. */
  readonly dropped: string[];
};

const mostCitations = 4;
const mostWithheld = 20;
const repeated = 0.8;
const leastOverlap = 0.2;
/** A model is told to stay close to its passages, and freely worded sentences pass the milder thresholds too easily. */
const closely: GateOptions = { strict: true };

/** What a category is about: its facts, whose sections are the text's, and the words that mark it. */
export type Topic = { readonly facts: readonly Fact[]; readonly terms: readonly string[] };

/** Judges proposals in their order. A sentence under a section that is none of the category's stands under none. */
export function judgeSentences(proposals: readonly SentenceProposal[], passages: readonly SummaryPassage[], topic: Topic): Judged {
  const sections = topic.facts.flatMap((fact) => (fact.section === undefined ? [] : [fact.section]));
  const judged = { published: [] as GatedSentence[], withheld: [] as WithheldSentence[], kept: 0, dropped: [] as string[] };
  const withhold = (entry: WithheldSentence, reason: string) => {
    judged.dropped.push(reason);
    if (judged.withheld.length < mostWithheld) judged.withheld.push(entry);
  };
  for (const proposal of proposals) {
    const text = proposal.text.replace(/\s+/g, " ").trim();
    const fault = faultOf(text, judged.published, topic);
    if (fault) {
      judged.dropped.push(fault);
      continue;
    }
    const cited = citationsOf(text, proposal, passages);
    if (typeof cited === "string") {
      judged.dropped.push(cited);
      continue;
    }
    const section = proposal.section !== null && sections.includes(proposal.section) ? proposal.section : null;
    const sentence: DraftedSentence = { text, section, citations: cited.map((one) => one.citation) };
    const verdicts = cited.map(({ passage, citation }) => ({
      citation,
      verdict: checkSentence(text, [{ text: passage.evidence, context: passage.context }], closely),
    }));
    const best = bestOf(verdicts.map((one) => one.verdict));
    const barred = barredBecause(text);
    if (barred) withhold({ sentence, verdict: { ...best, publish: false }, reason: barred }, "not_alone");
    else if (best.publish) {
      const carrying = verdicts.filter((one) => one.verdict.publish).map((one) => one.citation);
      judged.published.push({ sentence: { ...sentence, citations: carrying }, verdict: best });
      judged.kept += 1;
    } else {
      withhold({ sentence, verdict: best, reason: reasonOf(best) }, best.findings.find((one) => one.blocking)?.rule ?? "too_little_carried");
      const fallback = fallbackFor(sentence, cited);
      if (fallback && !faultOf(fallback.sentence.text, judged.published, topic)) judged.published.push(fallback);
    }
  }
  return judged;
}

type Cited = { readonly passage: SummaryPassage; readonly citation: Citation };

function faultOf(text: string, published: readonly GatedSentence[], { facts, terms }: Topic): string | null {
  if (!isProse(text) || /https?:|www\.|<\/?\w|```/i.test(text)) return "form";
  const lower = text.toLowerCase();
  if (findMentions(indexFacts(facts), lower).length === 0 && !holdsPhrase(lower, terms)) return "off_topic";
  return published.some((one) => repeats(one.sentence.text, text)) ? "repeats" : null;
}

/** Why a sentence is not printed whatever its passages say. */
function barredBecause(text: string): string | null {
  if (isAddressed(text)) return "It gives orders to whoever reads it.";
  return isDangling(text) ? "It leans on a sentence before it." : null;
}

function citationsOf(text: string, { citations }: SentenceProposal, passages: readonly SummaryPassage[]): Cited[] | string {
  let reason = citations.length === 0 ? "no_citation" : "unknown_passage";
  const found: Cited[] = [];
  for (const { passage: id, quote } of citations) {
    const passage = passages.find((each) => each.id === id.trim());
    if (!passage || found.length >= mostCitations) continue;
    const anchor = quote.trim().length < 4 ? null : anchorQuote(passage.evidence, quote);
    if (!anchor) {
      reason = anchorQuote(passage.text, quote) ? "instruction" : "quote_not_found";
      continue;
    }
    const citation = placeOf(text, passage, anchor);
    if (!found.some((one) => one.citation.sourceId === citation.sourceId && one.citation.start === citation.start)) found.push({ passage, citation });
  }
  return found.length > 0 ? found : reason;
}

/** The sentence of the cited passages that says most of the same, word for word; null where none says enough of it. */
function fallbackFor(sentence: DraftedSentence, cited: readonly Cited[]): GatedSentence | null {
  const wanted = stemsOf(sentence.text);
  const [best] = cited
    .flatMap(({ passage }) => sentencesBetween(passage.evidence, 0, passage.evidence.length).map((found) => ({ passage, found })))
    .filter(({ found }) => isProse(found.text) && !isDangling(found.text))
    .map((one) => ({ ...one, share: jaccard(wanted, stemsOf(one.found.text)) }))
    .sort((x, y) => y.share - x.share);
  if (!best || best.share < leastOverlap) return null;
  const { passage, found } = best;
  const verdict = checkSentence(found.text, [{ text: passage.evidence, context: passage.context }]);
  return verdict.verbatim ? { sentence: { ...sentence, text: found.text, citations: [citationAt(passage, found.start, found.end)] }, verdict } : null;
}

function citationAt(passage: SummaryPassage, start: number, end: number): Citation {
  const { sourceId, page } = passage;
  return { sourceId, quote: passage.text.slice(start, end), start: passage.start + start, end: passage.start + end, page };
}

/** Where the passage says it: the quote, unless another sentence of the passage says far more of it. */
function placeOf(text: string, passage: SummaryPassage, quoted: { start: number; end: number }): Citation {
  const wanted = stemsOf(text);
  const placed = sentencesBetween(passage.evidence, 0, passage.evidence.length).map((found) => ({
    ...found,
    share: jaccard(wanted, stemsOf(found.text)),
    quoted: found.start < quoted.end && quoted.start < found.end,
  }));
  const own = Math.max(0, ...placed.filter((one) => one.quoted).map((one) => one.share));
  const best = placed.reduce<(typeof placed)[number] | null>((a, b) => (a === null || b.share > a.share ? b : a), null);
  return best && own < best.share / 2 ? citationAt(passage, best.start, best.end) : citationAt(passage, quoted.start, quoted.end);
}

function reasonOf({ findings, score, recall }: GateVerdict): string {
  const blocking = findings.find((one) => one.blocking);
  if (blocking) return blocking.reason;
  return `The cited passage carries too little of this sentence (score ${score.toFixed(2)}, words found ${Math.round(recall * 100)}%).`;
}

function bestOf(verdicts: readonly GateVerdict[]): GateVerdict {
  const none: GateVerdict = { publish: false, verbatim: false, score: 0, recall: 0, findings: [] };
  return verdicts.reduce((a, b) => (b.publish !== a.publish ? (b.publish ? b : a) : b.score > a.score ? b : a), verdicts[0] ?? none);
}

const figuresOf = (text: string): string => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).sort().join(" ");

function repeats(a: string, b: string): boolean {
  return a === b || (figuresOf(a) === figuresOf(b) && jaccard(stemsOf(a), stemsOf(b)) >= repeated);
}
