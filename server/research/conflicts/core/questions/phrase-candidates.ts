// Noun phrases that could answer "which enzyme" or "what is the antidote": runs of words between the little words of a sentence.
import { stopWords } from "@/server/research/synthesis/core/gate/stop-words";
import { isStandIn } from "@/server/research/synthesis/core/gate/synonyms";
import type { Candidate } from "./candidates";
import { isIn, type Word, wordsOf } from "./question-words";
import type { Question } from "./read-question";

const longest = 5;
const base = 0.45;
const besideHead = 0.95;
const insideBrackets = 0.55;
const verbal = /(?:ed|ing|ly)$/;
const verbs: ReadonlySet<string> = new Set(
  "makes made make takes took gives gave gets got goes went comes came keeps kept means meant leads led lies lay causes cause acts act binds bind lowers raises blocks uses shows becomes contains results follows occurs turns serves runs helps needs belongs remains arises stands bears lie appears appear stores store conjugate conjugates suppresses suppress goes go known shown given found taken makes use uses used get begins begin ends starts stops breaks break gives give rises rise falls fall antagonises inhibits blocks increases decreases reduces reduce prevents prevent leaves leave carries carry covers cover includes include consists consist produces produce calls call called described".split(
    " ",
  ),
);

export function nounPhrases(question: Question, sentence: string): Candidate[] {
  const words = wordsOf(sentence);
  const found: Candidate[] = [];
  let from = -1;
  words.forEach((word, at) => {
    const cut = isCut(question, word);
    if (!cut && from < 0) from = at;
    const last = at === words.length - 1 || isCut(question, words[at + 1]) || !joins(sentence, word, words[at + 1]) || at - from + 1 >= longest;
    if (cut || !last || from < 0) return;
    const phrase = phraseAt(question, sentence, words, from, at);
    if (phrase) found.push(phrase);
    from = -1;
  });
  return found;
}

function isCut({ asked, words }: Question, word: Word | undefined): boolean {
  if (!word) return true;
  const lower = word.text.toLowerCase();
  if (word.text.length === 1) return !/\p{Lu}/u.test(word.text) || lower === "a" || lower === "i";
  return stopWords.has(lower) || isIn(word, asked) || words.has(lower) || verbs.has(lower) || (verbal.test(lower) && word.text === lower);
}

const joins = (sentence: string, word: Word, next: Word | undefined): boolean =>
  next !== undefined && /^[ \-–]$/.test(sentence.slice(word.end, next.start));

function phraseAt({ head }: Question, sentence: string, words: readonly Word[], from: number, to: number): Candidate | null {
  const [first, last] = [words[from], words[to]];
  if (!first || !last) return null;
  const text = sentence.slice(first.start, last.end);
  if (/^[\d.,]+$/.test(text) || tellsNothing(words.slice(from, to + 1))) return null;
  const [before, after] = [words[from - 1], words[to + 1]];
  const isHead = (word: Word | undefined): boolean => word !== undefined && head.has(word.key);
  const beside =
    (isHead(after) && joins(sentence, last, after)) ||
    (isHead(before) && before !== undefined && /^(?: |, | is | was )$/.test(sentence.slice(before.end, first.start))) ||
    (head.size > 0 && /^,? (?:the|an?|its|their|whose) (?:\p{Ll}+ ){0,2}$/u.test(between(sentence, last, words, to, head)));
  const fit = beside ? besideHead : sentence.charAt(first.start - 1) === "(" ? insideBrackets : base;
  return { value: { kind: "term", value: text }, start: first.start, end: last.end, fit };
}

const units = /^(?:mg|g|kg|ml|mL|mcg|µg|l|L|mmol|percent|cent|dose|doses|days?|weeks?|months?|years?|hours?|minutes?|times?|\d+)$/;

/** A general noun, a unit. */
const tellsNothing = (words: readonly Word[]): boolean =>
  words.every(({ text }) => units.test(text) || isStandIn(text.toLowerCase().replace(/['’]s$/, "")));

/** What stands between a phrase and the asked noun behind it: "xanthine oxidase, the enzyme". */
function between(sentence: string, last: Word, words: readonly Word[], at: number, head: ReadonlySet<string>): string {
  const next = words.slice(at + 1, at + 5).find((word) => head.has(word.key));
  return next ? sentence.slice(last.end, next.start) : "";
}
