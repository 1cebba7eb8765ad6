// Sentences that a model proposes: each must quote passages that hold the quote, and is printed only where one of them alone carries it.
import { z } from "zod";
import { isAddressed } from "../../claims/core/addressed";
import { anchorQuote } from "../../verification/core/anchor";
import type { Citation, DraftedSentence, GateVerdict } from "../schema";
import { checkSentence, type GateOptions } from "./gate/check-sentence";
import { type GatedSentence, gateDraft, type WithheldSentence } from "./gate-draft";
import { isDangling } from "./prose";
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

const shortest = 20;
const longest = 600;
const mostCitations = 4;
const mostWithheld = 20;
const repeated = 0.8;

/** Judges proposals in their order. `sections`: those that exist; a sentence under any other stands under none. */
export function judgeSentences(
  proposals: readonly SentenceProposal[],
  passages: readonly SummaryPassage[],
  sections: readonly string[],
  options: GateOptions,
): Judged {
  const judged = { published: [] as GatedSentence[], withheld: [] as WithheldSentence[], kept: 0, dropped: [] as string[] };
  const withhold = (entry: WithheldSentence, reason: string) => {
    judged.dropped.push(reason);
    if (judged.withheld.length < mostWithheld) judged.withheld.push(entry);
  };
  for (const proposal of proposals) {
    const text = proposal.text.replace(/\s+/g, " ").trim();
    const fault = faultOf(text, judged.published);
    if (fault) {
      judged.dropped.push(fault);
      continue;
    }
    const cited = citationsOf(proposal, passages);
    if (typeof cited === "string") {
      judged.dropped.push(cited);
      continue;
    }
    const section = proposal.section !== null && sections.includes(proposal.section) ? proposal.section : null;
    const sentence: DraftedSentence = { text, section, citations: cited.map((one) => one.citation) };
    const verdicts = cited.map(({ passage, citation }) => ({
      citation,
      verdict: checkSentence(text, [{ text: passage.evidence, context: passage.context }], options),
    }));
    const best = bestOf(verdicts.map((one) => one.verdict));
    const barred = barredBecause(text);
    if (barred) withhold({ sentence, verdict: { ...best, publish: false }, reason: barred }, "not_alone");
    else if (best.publish) {
      const carrying = verdicts.filter((one) => one.verdict.publish).map((one) => one.citation);
      judged.published.push({ sentence: { ...sentence, citations: carrying }, verdict: best });
      judged.kept += 1;
    } else {
      const { published, withheld } = gateInPassages(sentence, cited, options);
      for (const entry of withheld) withhold(entry, entry.verdict.findings.find((one) => one.blocking)?.rule ?? "too_little_carried");
      const fallback = published.filter((entry) => !judged.published.some((one) => repeats(one.sentence.text, entry.sentence.text)));
      judged.published.push(...fallback);
    }
  }
  return judged;
}

type Cited = { readonly passage: SummaryPassage; readonly citation: Citation };

function faultOf(text: string, published: readonly GatedSentence[]): string | null {
  if (text.length < shortest || text.length > longest) return "form";
  if (/https?:|www\.|<\/?\w|```/i.test(text)) return "form";
  return published.some((one) => repeats(one.sentence.text, text)) ? "repeats" : null;
}

/** Why a sentence is not printed whatever its passages say. */
function barredBecause(text: string): string | null {
  if (isAddressed(text)) return "It gives orders to whoever reads it.";
  return isDangling(text) ? "It leans on a sentence before it." : null;
}

function citationsOf({ citations }: SentenceProposal, passages: readonly SummaryPassage[]): Cited[] | string {
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
    const { start, end } = anchor;
    const citation = { sourceId: passage.sourceId, quote: passage.text.slice(start, end), start: passage.start + start, end: passage.start + end };
    if (!found.some((one) => one.citation.sourceId === passage.sourceId && one.citation.start === citation.start))
      found.push({ passage, citation: { ...citation, page: passage.page } });
  }
  return found.length > 0 ? found : reason;
}

/** The gate of the draft, with each passage as if it were a source, so that nothing from outside it counts. */
function gateInPassages(sentence: DraftedSentence, cited: readonly Cited[], options: GateOptions): ReturnType<typeof gateDraft> {
  const within = cited.map(({ passage, citation }) => ({
    ...citation,
    sourceId: passage.id,
    start: citation.start - passage.start,
    end: citation.end - passage.start,
  }));
  const sources = new Map(cited.map(({ passage }) => [passage.id, passage]));
  const gated = gateDraft(
    [{ ...sentence, citations: within }],
    (id) => {
      const passage = sources.get(id);
      return passage ? { text: passage.evidence, context: passage.context } : null;
    },
    options,
  );
  const placed = <T extends GatedSentence>(entry: T): T => ({
    ...entry,
    sentence: {
      ...entry.sentence,
      citations: entry.sentence.citations.flatMap((citation) => {
        const passage = sources.get(citation.sourceId);
        return passage
          ? [
              {
                ...citation,
                sourceId: passage.sourceId,
                start: citation.start + passage.start,
                end: citation.end + passage.start,
                page: passage.page,
              },
            ]
          : [];
      }),
    },
  });
  return { published: gated.published.map(placed), withheld: gated.withheld.map(placed) };
}

function bestOf(verdicts: readonly GateVerdict[]): GateVerdict {
  const none: GateVerdict = { publish: false, verbatim: false, score: 0, recall: 0, findings: [] };
  return verdicts.reduce((a, b) => (b.publish !== a.publish ? (b.publish ? b : a) : b.score > a.score ? b : a), verdicts[0] ?? none);
}

const figuresOf = (text: string): string => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).sort().join(" ");

function repeats(a: string, b: string): boolean {
  return a === b || (figuresOf(a) === figuresOf(b) && jaccard(stemsOf(a), stemsOf(b)) >= repeated);
}
