// The rung "quote anchored" of a source in a category. Words that only an engine showed are anchored in what it showed, which is not the page.
import type { RungResult } from "../schema";
import type { SnippetState } from "./snippet-on-page";

export type QuoteEvidence = {
  /** Quotes of claims and citations: all, those that stand at their place in a stored text, and of these those in the page or a record itself. */
  readonly quotes: number;
  readonly standing: number;
  readonly inOriginal: number;
  /** What engines showed, looked for on the page. */
  readonly snippets: readonly { readonly by: string; readonly state: SnippetState; readonly found: number; readonly shown: number }[];
  /** Names of the engines whose words the other quotes stand in. */
  readonly shownBy: readonly string[];
  /** Why the page itself was not read; null when nobody tried, or when little of it could be read. */
  readonly unread: string | null;
  /** Something of the page was read. */
  readonly pageRead: boolean;
};
type Verdict = Pick<RungResult, "state" | "method" | "reason">;

/** Null where there is nothing to judge: no quote was taken, and nothing shown was found wrong. */
export function quoteRung(evidence: QuoteEvidence): Verdict | null {
  const { quotes, standing, inOriginal, snippets, shownBy, unread } = evidence;
  const altered = snippets.find((snippet) => snippet.state === "altered");
  if (altered) return { state: "failed", method: "search on the page", reason: `${altered.by} showed words that the page has with other facts.` };
  const missing = snippets.find((snippet) => snippet.state === "missing");
  if (missing) return { state: "failed", method: "search on the page", reason: `Nothing of what ${missing.by} showed stands on the page.` };
  if (quotes === 0) return null;
  if (standing < quotes)
    return { state: "failed", method: "exact text at its offsets", reason: `${standing} of ${quotes} quotes stand at their place.` };
  if (inOriginal === 0) {
    const why = evidence.pageRead ? "what could be read of the page does not hold them" : `the page itself was not read${tail(unread)}`;
    return {
      state: "unknown",
      method: "what an engine showed",
      reason: `${many(quotes)} in what ${shownBy.join(", ") || "an engine"} showed; ${why}.`,
    };
  }
  const apart = inOriginal < standing ? `, ${standing - inOriginal} of them in what an engine showed` : "";
  const partly = snippets.find((snippet) => snippet.state === "in_part");
  const rest = partly
    ? ` Of what ${partly.by} showed, ${partly.found} of ${partly.shown} sentences stand there; the others are used for nothing.`
    : "";
  return { state: "passed", method: "exact text at its offsets", reason: `${standing} of ${quotes} quotes stand at their place${apart}.${rest}` };
}

const tail = (reason: string | null): string => (reason === null ? "" : `: ${reason.charAt(0).toLowerCase()}${reason.slice(1).replace(/\.$/, "")}`);
const many = (quotes: number): string => (quotes === 1 ? "The quote stands" : `The ${quotes} quotes stand`);
