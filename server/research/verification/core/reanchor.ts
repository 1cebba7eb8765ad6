// Quotes of an old text in a new one: at their place, at another, or lost.
import { quoteFinder, selectorsOf } from "./anchor";

export type OldQuote = { readonly quote: string; readonly start: number; readonly end: number };
export type Reanchored = {
  readonly quote: string;
  readonly state: "held" | "moved" | "lost";
  readonly start: number | null;
  readonly end: number | null;
};

/** Looks for each quote in the new text, by its words and those round it. Places are offsets of the new text. */
export function reanchorQuotes(before: string, after: string, quotes: readonly OldQuote[]): Reanchored[] {
  const find = quoteFinder(after);
  return quotes.map(({ quote, start, end }) => {
    const [{ prefix, suffix }] = selectorsOf(before, start, end);
    const { anchor } = find(quote, { start, prefix, suffix });
    if (!anchor) return { quote, state: "lost", start: null, end: null };
    return { quote, state: anchor.start === start && anchor.exact ? "held" : "moved", start: anchor.start, end: anchor.end };
  });
}

export function countQuotes(quotes: readonly Reanchored[]): { held: number; moved: number; lost: number } {
  const of = (state: Reanchored["state"]) => quotes.filter((quote) => quote.state === state).length;
  return { held: of("held"), moved: of("moved"), lost: of("lost") };
}
