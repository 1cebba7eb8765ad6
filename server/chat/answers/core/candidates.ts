// Sentences that may answer: whole sentences of stretches that read as prose and speak to nobody. One that leans on the sentence before it stands with it.
import { isAddressed } from "@/server/research/claims/core/addressed";
import { stopWords } from "@/server/research/synthesis/core/gate/stop-words";
import { languageOf } from "@/server/research/synthesis/core/language-of";
import { isDangling, isNote, isProse, isReferenceList, type ProseSentence, sentencesBetween } from "@/server/research/synthesis/core/prose";
import { lexemesOf } from "./question";
import type { Stretch } from "./stretch";

export type Candidate = {
  readonly stretch: Stretch;
  /** Offsets in the stretch's text. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly text: string;
  readonly lang: "grc" | "hbo" | null;
  readonly lexemes: ReadonlySet<string>;
};

const longest = 600;
const shortestWords = 5;
const longNote = 9;
const longestRest = 5;
/** English prose has about four in ten; other languages nearly none. */
const leastEnglish = 0.12;

export function candidatesOf(stretch: Stretch): Candidate[] {
  const whole = { start: 0, end: stretch.text.length, quote: stretch.text, text: stretch.text };
  if (stretch.sentence !== null) return [candidateOf(stretch, whole)];
  const sources = isReferenceList(stretch.heading);
  const all = sentencesBetween(stretch.text, 0, stretch.text.length);
  const isSameParagraph = (from: number, to: number) => !/\n\s*\n/.test(stretch.text.slice(from, to));
  const joined = (...sentences: readonly ProseSentence[]): Candidate[] => {
    const [first, last] = [sentences[0], sentences.at(-1)];
    if (!first || !last || first === last || !isSameParagraph(first.start, last.start) || last.end - first.start > longest) return [];
    const quote = stretch.text.slice(first.start, last.end);
    return [candidateOf(stretch, { start: first.start, end: last.end, quote, text: sentences.map(({ text }) => text).join(" ") })];
  };
  const stands = ({ text }: ProseSentence) => mayStand(text) && !isAddressed(text) && !(isEnglish(text) && leans(text));
  return all.flatMap((sentence, index): Candidate[] => {
    const { text } = sentence;
    const before = all[index - 1];
    if (isAddressed(text) || (sources && !saysSomething(text))) return [];
    // "Augustine changed his mind." says how the rest of its paragraph is meant: half of it would be unfair.
    if (isOpening(text))
      return joined(sentence, ...all.slice(index + 1, index + longestRest).filter(({ start }) => isSameParagraph(sentence.end, start)));
    if (!mayStand(text)) return [];
    if (!isEnglish(text) || !leans(text)) return [candidateOf(stretch, sentence)];
    return before && stands(before) ? joined(before, sentence) : [];
  });
}

/** Leans on the sentence before it: by its first words, or by whom it follows. */
const leans = (text: string): boolean =>
  isDangling(text) ||
  /^The (?:saying|remark|rule|view|former|same)\b/.test(text) ||
  /^[^,;:.]{3,80} follow(?:s|ed)?(?: (?:him|her|them)\b|:)/.test(text);

/** Too short to stand for itself. */
const isOpening = (text: string): boolean =>
  /^\p{Lu}[\p{L} ]+\.$/u.test(text) && text.split(" ").length >= 3 && text.split(" ").length < shortestWords;

const candidateOf = (stretch: Stretch, { start, end, quote, text }: ProseSentence): Candidate => ({
  ...{ stretch, start, end, quote, text },
  lang: languageOf(text) ?? null,
  lexemes: new Set(lexemesOf(text)),
});

function mayStand(text: string): boolean {
  if (languageOf(text)) return text.length >= 12 && text.length <= longest;
  if (isEnglish(text) || isBrief(text)) return isProse(text) || isWholeNote(text) || isBrief(text);
  return text.length <= longest && text.split(" ").length >= shortestWords && /[.!…。]["'”’)\]]*$/.test(text) && !/^[|#]|\s\|\s|https?:/.test(text);
}

/** A sentence whose verb nobody listed: it ends as one, is long enough for one, and says something with a figure. */
function isWholeNote(text: string): boolean {
  return isNote(text) && /[a-z)]\.$/.test(text) && text.split(" ").length >= longNote;
}

/** "The pKa of celandrin is 7.4.", "Store at 20 °C to 25 °C." */
function isBrief(text: string): boolean {
  const whole = /^\p{Lu}[^|#]*\.$/u.test(text) && text.length < 60 && text.split(" ").length >= shortestWords;
  return whole && (/\b(?:is|are|was|were|has|have|cannot|can|must)\b/.test(text) || (isNote(text) && /\d ?(?:°|%|\p{Ll})/u.test(text)));
}

/** In a list of sources, a sentence about the matter all the same: "It was first approved in 1954." */
const saysSomething = (text: string): boolean =>
  isProse(text) &&
  /\b(?:is|are|was|were|has|have|had)\b/.test(text) &&
  !/\bet al\b|\d;\s?\d|\bpp?\. \d|^(?:Label|Text|Data|Summary|Source)s? (?:of|from|written)\b/.test(text);

function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => stopWords.has(word)).length >= words.length * leastEnglish;
}
