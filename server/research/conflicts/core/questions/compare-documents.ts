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
const closeOfTerms = 0.45;
/** Two answers as plain as this are compared as they are. */
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
  const near = question.kind === "term" && !question.wantsName && !question.describes ? closeOfTerms : closeToBest;
  const [a, b] = [leading(left.answers, near), leading(right.answers, near)];
  if (a.length === 0 || b.length === 0) return false;
  const verdicts = a.flatMap((one) => b.map((other) => answersAgree(question, one.value, other.value)));
  if (verdicts.includes(true) || !verdicts.includes(false)) return false;
  return isPlain(a) && isPlain(b) ? true : !a.some((one) => isSaidIn(question, one, right)) && !b.some((one) => isSaidIn(question, one, left));
}

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
