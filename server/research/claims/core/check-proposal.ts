// From a model's proposal to a claim. The quote is looked up by code, the value is read by our own readers at that place, and qualifiers, hedge and
// offsets are theirs: of the model's own words nothing is stored.

import type { ComparabilityKey, Fact } from "../../categories/schema";
import { anchorQuote } from "../../verification/core/anchor";
import type { ExtractedClaim, Qualifiers } from "../schema";
import { analyse } from "./analyse";
import { isHedged } from "./negation";
import { isImplausible } from "./plausible";
import type { ClaimProposal, DropReason } from "./proposal";
import { readQuantity, type Span } from "./proposed-quantity";
import { readTerm } from "./proposed-term";
import { qualifiersFor } from "./qualifiers";
import { type Sentence, splitSentences } from "./sentences";
import { concerns, isSubjectItself } from "./subject";

/** A passage of a source: `text` begins at `start` of the source's text. `evidence` is `text` without what may not be quoted, at the same offsets. */
export type ProposalPassage = {
  readonly id: string;
  readonly start: number;
  readonly text: string;
  readonly evidence: string;
  readonly heading: string | null;
};
/** What is known beside the passage. `text`: the whole source; `defaults`: qualifiers such as its jurisdiction; `subject`: its names. */
export type ProposalContext = {
  readonly facts: readonly Fact[];
  readonly text: string;
  readonly subject: readonly string[];
  readonly defaults: Qualifiers;
};
export type Checked = { readonly claim: ExtractedClaim; readonly reason?: undefined } | { readonly reason: DropReason; readonly claim?: undefined };

const shortestQuote = 8;
/** A quote over more sentences than this is no quote of a statement. */
const mostSentences = 3;
/** Read loosely, so of use only where the fact is compared by them. */
const onlyWhenCompared: readonly ComparabilityKey[] = ["partner", "definition", "as_of", "fiscal_period"];

/** The claim that a proposal stands for, or why it is dropped. */
export function checkProposal(proposal: ClaimProposal, passages: readonly ProposalPassage[], context: ProposalContext): Checked {
  const passage = passages.find((each) => each.id === proposal.passage.trim());
  if (!passage) return { reason: "unknown_passage" };
  const fact = context.facts.find((each) => each.name === proposal.attribute.trim());
  if (!fact || fact.kind === "text") return { reason: "unknown_fact" };
  if (proposal.quote.trim().length < shortestQuote) return { reason: "quote_not_found" };
  const anchor = anchorQuote(passage.evidence, proposal.quote);
  if (!anchor) return { reason: anchorQuote(passage.text, proposal.quote) ? "instruction" : "quote_not_found" };
  const all = splitSentences(passage.evidence);
  const quoted = all.filter((sentence) => sentence.start < anchor.end && anchor.start < sentence.end);
  if (quoted.length === 0 || quoted.length > mostSentences) return { reason: "quote_not_found" };
  let reason: DropReason = "value_not_found";
  for (const sentence of quoted) {
    const span = { start: anchor.start - sentence.start, end: anchor.end - sentence.start };
    const around = `${all[all.indexOf(sentence) - 1]?.text ?? ""} ${passage.heading ?? ""}`;
    const checked = readSentence(fact, proposal, { passage, sentence, quoted: span, around }, context);
    if (checked.claim) return checked;
    reason = checked.reason;
  }
  return { reason };
}

type Place = { readonly passage: ProposalPassage; readonly sentence: Sentence; readonly quoted: Span; readonly around: string };

function readSentence(fact: Fact, proposal: ClaimProposal, { passage, sentence, quoted, around }: Place, context: ProposalContext): Checked {
  const { facts, text, subject, defaults } = context;
  if (!concerns(sentence.text, text, subject)) return { reason: "other_subject" };
  // A question states nothing.
  if (/\?["')\]]*$/.test(sentence.text)) return { reason: "value_not_found" };
  const analysed = analyse(sentence.text);
  const numeric = fact.kind === "quantity" || fact.kind === "incidence";
  const read = (numeric ? readQuantity : readTerm)(fact, facts, proposal, analysed, quoted, around);
  if (typeof read === "string") return { reason: read };
  const { plain } = analysed;
  if (read.value.kind === "term" && isSubjectItself(plain.slice(read.start, read.end), subject)) return { reason: "other_subject" };
  const place = { start: "number" in read ? read.number : read.start, end: read.end, mention: read.mention, previousEnd: 0 };
  const starts = analysed.quantities().map((quantity) => quantity.start);
  const marks = analysed
    .marks()
    .filter((mark) => (mark.end <= read.start || mark.start >= read.end) && !(mark.key === "partner" && isSubjectItself(mark.value, subject)));
  const qualifiers: Qualifiers = { ...defaults, ...keep(fact, qualifiersFor(plain, marks, place, starts)) };
  if ("term" in read && read.term) qualifiers.term = read.term;
  if (read.value.kind === "quantity" && /^\{[A-Z]{3}\}/.test(read.value.unit)) qualifiers.currency = read.value.unit.slice(1, 4);
  return {
    claim: {
      attribute: fact.name,
      value: read.value.kind === "quantity" && isImplausible(fact, read.value) ? { ...read.value, implausible: true } : read.value,
      qualifiers,
      polarity: "denied" in read && read.denied ? "denied" : "affirmed",
      hedged: isHedged(plain, read.start),
      raw: sentence.text.slice(read.start, read.end),
      quote: sentence.text,
      start: passage.start + sentence.start,
      end: passage.start + sentence.end,
      extractor: "model",
    },
  };
}

function keep(fact: Fact, stated: Qualifiers): Qualifiers {
  const kept = { ...stated };
  for (const key of fact.ignoreQualifiers ?? []) delete kept[key];
  for (const key of onlyWhenCompared) if (!fact.comparability.includes(key)) delete kept[key];
  return kept;
}

/** Whether two claims of one source say the same at the same place. */
export function isRepeat(a: ExtractedClaim, b: ExtractedClaim): boolean {
  return a.attribute === b.attribute && a.start < b.end && b.start < a.end && a.polarity === b.polarity && sameValue(a, b);
}

function sameValue({ value: a, qualifiers: p }: ExtractedClaim, { value: b, qualifiers: q }: ExtractedClaim): boolean {
  if (a.kind === "quantity" && b.kind === "quantity")
    return a.value === b.value && a.low === b.low && a.high === b.high && a.unit === b.unit && (p.term ?? "") === (q.term ?? "");
  if (a.kind === "date" && b.kind === "date") return a.earliest === b.earliest && a.latest === b.latest;
  return JSON.stringify(a) === JSON.stringify(b);
}
