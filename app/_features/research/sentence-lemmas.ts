// Which words of a sentence have variants elsewhere: the raw words of claims that a ledger entry sets against others.
import type { Claim } from "@/server/research/claims/schema";
import type { Conflict } from "@/server/research/conflicts/schema";
import type { Citation } from "@/server/research/synthesis/schema";

export type LemmaSpan = { readonly start: number; readonly end: number; readonly conflict: Conflict; readonly claim: Claim };

type SentenceLike = { readonly text: string; readonly citations: readonly Citation[] };

/** Spans in the sentence's own text, in order, none overlapping another; of several entries the gravest keeps the words. */
export function sentenceLemmas(sentence: SentenceLike, claims: readonly Claim[], conflicts: readonly Conflict[]): LemmaSpan[] {
  const spans: LemmaSpan[] = [];
  for (const conflict of [...conflicts].sort((a, b) => rank(a) - rank(b))) {
    const ids = new Set(conflict.sides.flatMap((side) => side.claimIds));
    for (const claim of claims) {
      if (!ids.has(claim.id) || !sentence.citations.some((citation) => carries(citation, claim))) continue;
      const start = claim.raw === "" ? -1 : sentence.text.indexOf(claim.raw);
      const end = start + claim.raw.length;
      if (start >= 0 && !spans.some((span) => start < span.end && span.start < end)) spans.push({ start, end, conflict, claim });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** The claim was read from words that the citation quotes. */
export function carries(citation: Citation, claim: Pick<Claim, "sourceId" | "textHash" | "start" | "end">): boolean {
  const oneText = citation.sourceId === claim.sourceId && citation.textHash === claim.textHash;
  return oneText && citation.start < claim.end && claim.start < citation.end;
}

function rank(conflict: Conflict): number {
  return { open: 0, resolved: 1, set_apart: 2 }[conflict.status];
}
