// Do texts answer one question differently? Decided from the question and the texts alone.
import { type Answer, answersIn } from "./answer";
import { answersAgree } from "./compare-answers";
import { type Question, readQuestion } from "./read-question";

export type DocumentVerdict = {
  readonly question: Question;
  /** Per text, best first; empty where it does not answer. */
  readonly answers: readonly (readonly Answer[])[];
  /** Pairs of texts, by index, that give different answers. */
  readonly differing: readonly (readonly [number, number])[];
};

/** Answers this close to a text's best one are as good as it. */
const closeToBest = 0.06;

/** Reads every text with the question and compares what they answer; texts that do not answer differ from nobody. */
export function compareDocuments(question: string, texts: readonly string[]): DocumentVerdict {
  const read = readQuestion(question);
  const answers = texts.map((text) => answersIn(read, text));
  const differing: [number, number][] = [];
  answers.forEach((left, a) => {
    answers.slice(a + 1).forEach((right, offset) => {
      if (differ(read, left, right)) differing.push([a, a + 1 + offset]);
    });
  });
  return { question: read, answers, differing };
}

function differ(question: Question, left: readonly Answer[], right: readonly Answer[]): boolean {
  const [a, b] = [leading(left), leading(right)];
  if (a.length === 0 || b.length === 0) return false;
  const verdicts = a.flatMap((one) => b.map((other) => answersAgree(question, one.value, other.value)));
  return !verdicts.includes(true) && verdicts.includes(false);
}

function leading(answers: readonly Answer[]): readonly Answer[] {
  const [best] = answers;
  return best ? answers.filter((answer) => best.score - answer.score <= closeToBest) : [];
}
