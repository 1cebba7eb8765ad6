// Sentences that may answer: whole sentences of stretches that read as prose, speak to nobody, and lean on nothing before them.
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
/** English prose has about four in ten; other languages nearly none. */
const leastEnglish = 0.12;

export function candidatesOf(stretch: Stretch): Candidate[] {
  if (isReferenceList(stretch.heading)) return [];
  const found: ProseSentence[] =
    stretch.sentence === null
      ? sentencesBetween(stretch.text, 0, stretch.text.length)
      : [{ start: 0, end: stretch.text.length, quote: stretch.text, text: stretch.text }];
  return found
    .filter(({ text }) => stretch.sentence !== null || (mayStand(text) && !isAddressed(text)))
    .map(({ start, end, quote, text }) => ({ stretch, start, end, quote, text, lang: languageOf(text) ?? null, lexemes: new Set(lexemesOf(text)) }));
}

function mayStand(text: string): boolean {
  if (languageOf(text)) return text.length >= 12 && text.length <= longest;
  if (isEnglish(text)) return (isProse(text) || isWholeNote(text)) && !isDangling(text);
  return text.length <= longest && text.split(" ").length >= shortestWords && /[.!…。]["'”’)\]]*$/.test(text) && !/^[|#]|\s\|\s|https?:/.test(text);
}

/** A sentence whose verb nobody listed: it ends as one, is long enough for one, and says something with a figure. */
function isWholeNote(text: string): boolean {
  return isNote(text) && /[a-z)]\.$/.test(text) && text.split(" ").length >= longNote;
}

function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => stopWords.has(word)).length >= words.length * leastEnglish;
}
