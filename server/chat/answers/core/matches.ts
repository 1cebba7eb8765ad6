import { tokenise } from "@/server/library/search/core/tokenise";
import { stopWords } from "@/server/research/synthesis/core/gate/stop-words";

const pattern = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Where words of a question stand in a quote, by their lexemes. */
export function matchesIn(quote: string, lexemes: ReadonlySet<string>): { start: number; end: number }[] {
  return [...quote.matchAll(pattern)]
    .filter(([word]) => !stopWords.has(word.toLowerCase()))
    .filter(([word]) => tokenise(word, "en").some((lexeme) => lexemes.has(lexeme) && !/^\d$/.test(lexeme)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
