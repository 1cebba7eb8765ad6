import { tokenise } from "@/server/library/search/core/tokenise";
import { stopWords } from "@/server/research/synthesis/core/gate/stop-words";

const pattern = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Where words of a question stand in a quote, by their lexemes; words that follow each other are one stretch. Numbers alone are not marked. */
export function matchesIn(quote: string, lexemes: ReadonlySet<string>): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of quote.matchAll(pattern)) {
    const [word] = match;
    if (stopWords.has(word.toLowerCase()) || /^\p{N}+$/u.test(word) || !tokenise(word, "en").some((lexeme) => lexemes.has(lexeme))) continue;
    const end = match.index + word.length;
    const last = found.at(-1);
    if (last && /^[\s-]*$/.test(quote.slice(last.end, match.index))) found[found.length - 1] = { start: last.start, end };
    else found.push({ start: match.index, end });
  }
  return found;
}
