// "What is the taste of it?" is not answered by "Taste disturbance is common": there the word only says which disturbance.
import { lexemesOf } from "./question";

const attribute = /\bwhat(?:'s| is| are| was| were) the (?:[\p{L}-]+ )?([\p{L}-]+) (?:of|for|in)\b/iu;
const noun = /^(?:\p{Ll}+(?:ance|ence|tion|sion|ment|ity|ness|ism|order|orders|ances|ences|tions|ments|loss|change|changes))\b/u;

/** Whether a sentence has the attribute that a question asks for, but only as what another noun is about. */
export function isOnlyModifier(text: string, question: string): boolean {
  const [lexeme, further] = lexemesOf(attribute.exec(question)?.[1] ?? "");
  if (lexeme === undefined || further !== undefined) return false;
  const places = [...text.matchAll(/[\p{L}-]+/gu)].filter(([word]) => lexemesOf(word).at(-1) === lexeme);
  return (
    places.length > 0 && places.every(({ 0: word, index }) => noun.test(text.slice(index + word.length + 1)) && text[index + word.length] === " ")
  );
}
