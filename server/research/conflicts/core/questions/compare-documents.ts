// Do texts answer one question differently? Decided from the question and the texts alone.

import { dimensionOf } from "@/server/research/claims/core/units";
import { type Answer, answersIn } from "./answer";
import { answersAgree } from "./compare-answers";
import { mentions } from "./mentions";
import { type Question, readQuestion } from "./read-question";

export type DocumentVerdict = {
  readonly question: Question;
  /** Per text, best first; empty where it does not answer. */
  readonly answers: readonly (readonly Answer[])[];
  /** Pairs of texts, by index, that give different answers. */
  readonly differing: readonly (readonly [number, number])[];
};

type Read = { readonly text: string; readonly answers: readonly Answer[] };

/** Answers this close to a text's best one are as good as it. */
const closeToBest = 0.06;
/** What a term is called is found less surely than a name, a number or a date. */
const closeOfTerms = 0.45;
/** Where an answer takes many words, each of them is one. */
const anyAnswer = 1.5;
/** Two answers of this score are compared as they are, whatever else the texts mention. */
const plainly = 2;

/** Reads every text with the question and compares what they answer; texts that do not answer differ from nobody. */
export function compareDocuments(question: string, texts: readonly string[]): DocumentVerdict {
  const read = readQuestion(question);
  const all = texts.map((text): Read => ({ text, answers: answersIn(read, text) }));
  const answers = all.map((one) => one.answers);
  const differing: [number, number][] = [];
  all.forEach((left, a) => {
    all.slice(a + 1).forEach((right, offset) => {
      if (differ(read, left, right)) differing.push([a, a + 1 + offset]);
    });
  });
  return { question: read, answers, differing };
}

function differ(question: Question, left: Read, right: Read): boolean {
  const near = isOpen(question) ? anyAnswer : question.kind === "term" && !question.wantsName && !question.describes ? closeOfTerms : closeToBest;
  const [a, b] = [leading(left.answers, near), leading(right.answers, near)];
  if (a.length === 0 || b.length === 0) return false;
  const verdicts = a.flatMap((one) => b.map((other) => answersAgree(question, one.value, other.value)));
  if (verdicts.includes(true) || !verdicts.includes(false)) return false;
  if (a.some((one) => b.some((other) => areAliases(one, other, left.text) || areAliases(one, other, right.text)))) return false;
  return question.kind !== "place" && isPlain(a) && isPlain(b)
    ? true
    : !a.some((one) => isSaidIn(question, one, right)) && !b.some((one) => isSaidIn(question, one, left));
}

const alias = /^[^.;]{0,40}?(?:\(|\bas\b|\balso\b|called|known|took the name|under the name|born|née|formerly|renamed|later|or )[^.;]{0,30}$/i;

/** "Joseph Ratzinger, who took the name Benedict XVI": one text says both names of one thing. */
function areAliases({ value: a }: Answer, { value: b }: Answer, text: string): boolean {
  if (a.kind !== "term" || b.kind !== "term" || a.value.length < 3 || b.value.length < 3) return false;
  const [one, two] = [text.indexOf(a.value), text.indexOf(b.value)];
  if (one < 0 || two < 0) return false;
  const [from, to] = one < two ? [one + a.value.length, two] : [two + b.value.length, one];
  return to > from && alias.test(text.slice(from, to));
}

/** "How is it eliminated?" is answered in many words, none of them the one that is asked for. */
const isOpen = ({ kind, words }: Question): boolean => kind === "term" && (words.has("how") || words.has("why"));

const isPlain = (answers: readonly Answer[]): boolean => (answers[0]?.score ?? 0) >= plainly;

/** Either text may say the other's answer less plainly than something else; then the two are not taken to differ. */
function isSaidIn(question: Question, answer: Answer, { text, answers }: Read): boolean {
  return (
    answers.some((other) => sameDimension(answer, other) && answersAgree(question, answer.value, other.value) === true) ||
    mentions(question, answer.value, text)
  );
}

function sameDimension({ value: a }: Answer, { value: b }: Answer): boolean {
  return a.kind !== "quantity" || b.kind !== "quantity" || (a.op === b.op && dimensionOf(a.unit) === dimensionOf(b.unit));
}

function leading(answers: readonly Answer[], near: number): readonly Answer[] {
  const [best] = answers;
  return best ? answers.filter((answer) => best.score - answer.score <= near) : [];
}
