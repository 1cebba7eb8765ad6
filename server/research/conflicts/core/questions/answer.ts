// The answers that a text gives to a question, by rule: sentences that say what is asked of whom, and in them what stands nearest to the asking words.
import { splitSentences } from "@/server/research/claims/core/sentences";
import type { ClaimValue } from "@/server/research/claims/schema";
import { candidatesIn } from "./candidates";
import { abbreviated, lifespan, yearOfWork } from "./implied-answers";
import { labelLines } from "./label-lines";
import { isContent, isIn, type Word, wordsOf } from "./question-words";
import type { Question } from "./read-question";
import { tableRows } from "./table-rows";

export type Answer = {
  readonly value: ClaimValue;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** 0 to about 3; below `leastScore` the text is taken not to answer. */
  readonly score: number;
  /** The sentence it stands in. */
  readonly sentence: { readonly start: number; readonly end: number };
};
export type Weighed = {
  readonly text: string;
  readonly start: number;
  readonly words: readonly Word[];
  readonly met: readonly Word[];
  readonly coverage: number;
};

/** Fitted on the development set of the bench. */
export const leastScore = 1.05;
const mostAnswers = 4;
/** What another word for what is asked is worth against the word itself. */
const byFamily = 0.85;
const littleWords =
  /^\s(?:(?:in|at|by|from|to|of|on|is|was|are|were|be|been|the|a|an|as|for|with|about|some|its|his|her|their|around|approximately|has|have|had)\s){0,3}$/i;
/** What such a sentence is worth against one that has all the asking words. */
const describing = 0.3;
/** What a sentence about the subject is worth; "the city" and "he" go on about it. */
const aboutness = 0.35;
const anaphora =
  /(?:^|, )(?:It|He|She|Its|His|Her|They|Their|it|he|she)\b|\b(?:[Tt]he|[Tt]his) (?:city|town|village|county|state|film|movie|album|song|novel|book|band|group|school|college|company|club|team|river|mountain|museum|series|drug)\b/;
/** A wider or narrower thing than what was asked about. */
const otherScope = /\b(?:metropolitan|metro|urban|greater|provincial|national)\b/i;
/** Characters over which nearness to the asking words halves. */
const halfway = 30;

/** Best first; empty when the text does not speak of the question's subject, or not of what is asked. */
export function answersIn(question: Question, text: string): Answer[] {
  const present = new Set(wordsOf(text).map((word) => word.key));
  const known = [...question.subject].filter((key) => present.has(key)).length;
  if (question.subject.size > 0 && known / question.subject.size < 0.5) return [];
  const weighed = linesOf(text)
    .flatMap(({ start, end }) => splitSentences(text, start, end))
    .map((sentence) => weigh(question, sentence.text, sentence.start));
  const sentences = question.describes ? weighed.map((one) => described(question, one)) : weighed;
  const found = sentences.flatMap((sentence, index) => {
    const about = aboutSubject(question, sentence);
    const implied = [
      ...lifespan(question, sentence, index, about),
      ...yearOfWork(question, sentence, index, about),
      ...abbreviated(question, sentence),
    ];
    if (implied.length > 0 || (sentence.coverage === 0 && question.concepts.length > 0)) return implied;
    return candidatesIn(question, sentence.text).map((candidate): Answer => {
      const near = nearness(sentence.met, candidate.start, candidate.end);
      const score =
        1.2 * sentence.coverage +
        0.5 * near +
        0.8 * candidate.fit +
        directness(sentence, candidate.start, candidate.end) +
        about -
        scopePenalty(question, sentence.text, candidate.start) -
        0.02 * index;
      return {
        value: candidate.value,
        start: sentence.start + candidate.start,
        end: sentence.start + candidate.end,
        score,
        sentence: { start: sentence.start, end: sentence.start + sentence.text.length },
      };
    });
  });
  return [...found, ...labelLines(question, text), ...tableRows(question, text)]
    .filter((answer) => answer.score >= leastScore)
    .sort((a, b) => b.score - a.score || a.start - b.start)
    .slice(0, mostAnswers);
}

/** A list or a flattened table has a row to a line. */
function linesOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^\n]+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function scopePenalty({ words }: Question, text: string, at: number): number {
  const found = otherScope.exec(text.slice(Math.max(0, at - 60), at))?.[0].toLowerCase();
  return found !== undefined && !words.has(found) ? 0.5 : 0;
}

/** One that says what the subject is may answer without the asking words. */
function described(question: Question, sentence: Weighed): Weighed {
  return aboutSubject(question, sentence) >= 0.2 ? { ...sentence, coverage: Math.max(describing, sentence.coverage) } : sentence;
}

function weigh(question: Question, text: string, start: number): Weighed {
  const words = wordsOf(text);
  const met = words.filter((word) => isIn(word, question.asked));
  const reached = question.concepts.map((keys) => (met.some((word) => keys.has(word.key)) ? 1 : met.some((word) => isIn(word, keys)) ? byFamily : 0));
  const coverage = reached.length === 0 ? 0.5 : reached.reduce<number>((sum, one) => sum + one, 0) / reached.length;
  return { text, start, words, met, coverage };
}

/** "Won by X", "the capital is X": nothing but little words between what is asked and the answer. */
function directness({ met, text }: Weighed, start: number, end: number): number {
  if (met.some((word) => word.end < start && littleWords.test(text.slice(word.end, start)))) return 0.3;
  return met.some((word) => word.start > end && littleWords.test(text.slice(end, word.start))) ? 0.2 : 0;
}

function aboutSubject({ subject }: Question, { words, text }: Weighed): number {
  if (subject.size === 0) return 0.2;
  const here = new Set(words.filter(isContent).map((word) => word.key));
  if (anaphora.test(text)) return aboutness;
  return (aboutness * [...subject].filter((key) => here.has(key)).length) / subject.size;
}

function nearness(met: readonly Word[], start: number, end: number): number {
  const distances = met.map((word) => Math.max(0, word.start >= end ? word.start - end : start - word.end));
  // What follows the asking words answers them sooner than what stands before.
  const best = Math.min(...met.map((word, index) => (distances[index] ?? 0) * (word.start >= end ? 1.5 : 1)), Number.POSITIVE_INFINITY);
  return Number.isFinite(best) ? 1 / (1 + best / halfway) : 0;
}
