import { mergePlaces, phrasePlaces, placesOf } from "./matching";
import type { ParsedQuery } from "./parse-query";
import { tokenise } from "./tokenise";

/** Shorter words stand everywhere; marked they would hide what was asked for. */
const shortestWord = 3;

/** What of a passage's text is marked for a query: its words, by the stems of the passage's language, and its phrases. */
export function marksOf(text: string, language: string | null, { words, phrases }: Pick<ParsedQuery, "words" | "phrases">) {
  const lexemes = new Set(tokenise(words, language).filter((lexeme) => lexeme.length >= shortestWord || /[\d%‰]|[^\p{ASCII}]/u.test(lexeme)));
  return mergePlaces([...placesOf(text, language, lexemes), ...phrases.flatMap((phrase) => phrasePlaces(text, phrase))]);
}
