// The questions in a question: several in one, a statement that says what they are about, two things that are compared. Each part can be asked alone.
import { lexemesOf, wordsOf } from "./question";

const most = 4;
const opens =
  "(?:also )?(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|does|do|did|can|could|should|has|have|may|must|will|wann|wie|was|wer|wo|quand|comment|quel|quelle|cuándo|cómo|cuál)";
const between = new RegExp(`(?<=\\?)\\s+|;\\s+|,?\\s+(?:and|or|but|und|et|y)\\s+(?=(?:(?:in|at|on|for|to|from|by|with|of) )?${opens}\\b)`, "iu");
const asks = new RegExp(`\\?|^\\W*${opens}\\b`, "iu");
const comparing = /\b(?:compar\w*|differ\w*|between|versus|vs|than|agree\w*|disagree\w*|respectively|contrast\w*)\b/i;
/** What two things do to each other is one question. */
const together = /\b(?:interact\w*|together|combin\w*|concomitant\w*|coadminist\w*|co-administ\w*|reverse\w*|affect\w*|switch\w*|replace\w*|with)\b/i;
/** A judgement between two needs a sentence about both. */
const judging =
  /\b(?:better|worse|best|worst|safer|safest|preferable|preferred|superior|inferior|(?:more|less) (?:effective|safe|reliable|common|likely))\b/i;
const pair =
  /(?<![\p{L}-])([\p{L}\p{N}-]+)(?:['’]s)?,? (?:and|or|vs\.?|versus|against|compared (?:to|with)) (?:(?:that|those) of |(?:of |in |by |for |with )?(?:the )?)([\p{L}\p{N}-]+)(?:['’]s)?/giu;
const samePlace = /\b(in|for|with|by|on|at|under) ([\p{L}][\p{L} -]{1,30}?) (?:than|and|or|versus|vs\.?) \1 ([\p{L}][\p{L} -]{1,30}?)(?=[?.,;]|$)/iu;
const than = /^(.+?) (?:rather |other )?than (?:(?:that|those|the one) of |of |the |with |by )?([\p{L}\p{N}-]+)(?:['’]s)?/iu;
const comparatives =
  /\b(?:compared? (?:to|with)|compare|the differences?|differences?|differ|versus|vs\.?|agree|disagree|in common|between|respectively|both|either|more|less|longer|shorter|higher|lower|larger|smaller|stronger|weaker|faster|slower)\b/gi;

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!])\s+(?=\p{Lu})/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");

/** What is said before something is asked: "I take metformin. What is the highest dose?" Empty where nothing is. */
export function saidBefore(text: string): string {
  const sentences = sentencesOf(text);
  return sentences.some((sentence) => asks.test(sentence)) ? sentences.filter((sentence) => !asks.test(sentence)).join(" ") : "";
}

/** Parts of a question that are asked one by one; the question itself where it is one. `isSubject` tells words that name what a text is about. */
export function partsOf(text: string, isSubject: (lexemes: readonly string[]) => boolean): string[] {
  const questions = sentencesOf(text).filter((sentence) => asks.test(sentence));
  const asked = questions.length > 0 ? questions.join(" ") : text;
  const pieces = asked
    .split(between)
    .map((piece) => piece.trim())
    .filter((piece) => wordsOf(piece).length > 0);
  const parts = pieces.flatMap((piece) => sidesOf(piece, isSubject)).slice(0, most);
  return parts.length === 0 ? [text] : parts;
}

/** One part for each of two things that are compared, or of which the same is asked. */
function sidesOf(piece: string, isSubject: (lexemes: readonly string[]) => boolean): string[] {
  const names = (word: string) => isSubject(lexemesOf(word));
  const saysSomething = (word: string) => wordsOf(word).length > 0;
  const compares = comparing.test(piece);
  if (judging.test(piece) || (together.test(piece) && !compares)) return [piece];
  for (const { 0: span, 1: left = "", 2: right = "", index } of piece.matchAll(pair)) {
    const both = names(left) && names(right);
    const one = compares && (names(left) || names(right)) && saysSomething(left) && saysSomething(right);
    if (left.toLowerCase() === right.toLowerCase() || !(both || one)) continue;
    return [left, right].map((side) => tidy(`${piece.slice(0, index)}${side}${piece.slice(index + span.length)}`));
  }
  const places = compares ? samePlace.exec(piece) : null;
  if (places) {
    const [span, where = "", here = "", there = ""] = places;
    return [here, there].map((side) => tidy(`${piece.slice(0, places.index)}${where} ${side}${piece.slice(places.index + span.length)}`));
  }
  const { 0: span = "", 1: before = "", 2: right = "" } = than.exec(piece) ?? [];
  const left = wordsOf(before).findLast(({ word }) => names(word))?.word;
  if (left === undefined || !saysSomething(right)) return [piece];
  const rest = piece.slice(span.length);
  return [`${before}${rest}`, `${before.replaceAll(left, right)}${rest}`].map(tidy);
}

const tidy = (text: string): string =>
  text
    .replace(comparatives, " ")
    .replace(/\s+(?=[?,.;])|,(?=\s*[?.])/g, "")
    .replace(/\s+/g, " ")
    .trim();
