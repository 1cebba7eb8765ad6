// The questions in a question: several in one, a statement that says what they are about, two things that are compared. Each part can be asked alone.
import { lexemesOf, wordsOf } from "./question";

const most = 4;
const opens =
  "(?:also )?(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|does|do|did|can|could|should|has|have|may|must|will|wann|wie|was|wer|wo|quand|comment|quel|quelle|cuándo|cómo|cuál)";
const between = new RegExp(`(?<=\\?)\\s+|;\\s+|,?\\s+(?:and|or|but|und|et|y)\\s+(?=${opens}\\b)`, "iu");
const asks = new RegExp(`\\?|^\\W*${opens}\\b`, "iu");
const comparing = /\b(?:compar\w*|differ\w*|between|versus|vs|than|agree\w*|disagree\w*|respectively|both|contrast\w*|or)\b/i;
/** What two things do to each other is one question. */
const together = /\b(?:interact\w*|together|combin\w*|concomitant\w*|coadminist\w*|co-administ\w*|reverse\w*|affect\w*|switch\w*|replace\w*|with)\b/i;
const pair =
  /([\p{L}\p{N}-]+)(?:['’]s)?(?: [\p{L}-]+)?,? (?:and|or|vs\.?|versus|than|compared (?:to|with)|against) (?:(?:that|those|the one) of |of |the |by )?([\p{L}\p{N}-]+)(?:['’]s)?/giu;
const comparatives =
  /\b(?:compared? (?:to|with)?|compare|differences?|differ|versus|vs\.?|than|agree|disagree|between|respectively|both|longer|shorter|higher|lower|larger|smaller|stronger|weaker)\b/gi;

/** Parts of a question that are asked one by one; the question itself where it is one. `isSubject` tells words that name what a text is about. */
export function partsOf(text: string, isSubject: (lexemes: readonly string[]) => boolean): string[] {
  const sentences = text
    .split(/(?<=[.!])\s+(?=\p{Lu})/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
  const questions = sentences.filter((sentence) => asks.test(sentence));
  const asked = questions.length > 0 && questions.length < sentences.length ? questions.join(" ") : text;
  const pieces = asked
    .split(between)
    .map((piece) => piece.trim())
    .filter((piece) => wordsOf(piece).length > 0);
  const parts = pieces.flatMap((piece) => sidesOf(piece, isSubject)).slice(0, most);
  return parts.length === 0 ? [text] : parts;
}

/** One part for each of two things that are compared. */
function sidesOf(piece: string, isSubject: (lexemes: readonly string[]) => boolean): string[] {
  for (const { 1: left = "", 2: right = "" } of piece.matchAll(pair)) {
    if (left.toLowerCase() === right.toLowerCase()) continue;
    const named = [left, right].filter((word) => isSubject(lexemesOf(word)));
    const compared = comparing.test(piece) && named.length > 0 && [left, right].every((word) => named.includes(word) || wordsOf(word).length > 0);
    if (named.length < 2 && !(compared && /\b(?:than|versus|vs|between|compar\w*)\b/i.test(piece))) continue;
    if (together.test(piece) && !comparing.test(piece)) continue;
    const without = (word: string) =>
      piece
        .replace(new RegExp(`(?<![\\p{L}-])${word}(?:['’]s)?(?![\\p{L}-])`, "giu"), " ")
        .replace(comparatives, " ")
        .replace(/\b(?:and|or|that of|those of|of)\s+(?=(?:and|or|of|in|on|for|about|\?|$))/gi, " ")
        .replace(/\s+/g, " ")
        .trim();
    return [without(right), without(left)];
  }
  return [piece];
}
