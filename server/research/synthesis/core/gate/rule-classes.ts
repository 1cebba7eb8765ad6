// Classes: who was treated, by which route, in which species. A sentence that names one of them needs a passage that does.
import type { Case } from "./case";
import { demandedWords, isMedicine } from "./classes";
import { type Finding, finding } from "./finding";
import { stemOf } from "./stem";

const closeEnough = 0.6;

/** Groups, routes and species that neither passage nor context name, and medicines of which nothing is known there. */
export function checkClasses(c: Case): Finding[] {
  if (c.window.recall < closeEnough) return [];
  return c.line.tokens.flatMap((token, at) => {
    if (token.kind !== "word" || token.text !== token.lower || token.hyphenBefore || c.line.tokens[at + 1]?.text === "-") return [];
    if (c.analysis.stems.has(token.stem)) return [];
    const words = isMedicine(token.lower) ? [token.lower] : demandedWords(token.lower);
    if (words.length === 0 || words.some((word) => c.analysis.stems.has(stemOf(word)))) return [];
    return [finding("kind_absent", true, "{s} is not in the cited passage.", token.text)];
  });
}
