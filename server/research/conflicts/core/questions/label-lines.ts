// Answers in lines of the form "Melting point: 143 °C", "Weight | 680 g" or "Alento Estate – 650 litres": a label and what belongs to it.
import type { Answer } from "./answer";
import { type Candidate, candidatesIn } from "./candidates";
import { isContent, wordsOf } from "./question-words";
import type { Question } from "./read-question";

/** Label and value begin and end where their words do: with blanks on either side of the cut, a line of blanks would be cut everywhere. */
const line = /^[ \t*•▪·-]*(?:\d{1,2}[.)] )?([^\n:|– \t*•▪·-][^\n:|–]{0,46}?[^\n:|– \t])[ \t]*(?::| \||\||\t| – | - )[ \t]*([^\n \t][^\n]{0,159})$/gmu;
const shortForms: readonly (readonly [RegExp, string])[] = [
  [/^\s*m\.?\s?p\.?\s*$/i, "melting point"],
  [/^\s*b\.?\s?p\.?\s*$/i, "boiling point"],
  [/^\s*(?:wt|wgt)\.?\s*$/i, "weight"],
  [/^\s*(?:pop)\.?\s*$/i, "population"],
  [/^\s*(?:by)\s*$/i, "author"],
];
const labelled = 0.9;
const reach = 1.2;
const ofSubject = 0.45;

export function labelLines(question: Question, text: string): Answer[] {
  return [...text.matchAll(line)].flatMap((match): Answer[] => {
    const [whole, key = "", value = ""] = match;
    const share = shareOf(question, shortForms.find(([form]) => form.test(key))?.[1] ?? key);
    if (share === 0) return [];
    const best = answerOf(question, value);
    if (!best) return [];
    const start = match.index + whole.length - value.length;
    return [
      {
        value: best.value,
        start: start + best.start,
        end: start + best.end,
        score: reach * share + 0.8 * best.fit + labelled,
        sentence: { start: match.index, end: match.index + whole.length },
      },
    ];
  });
}

/** How much of what is asked the label says; a row that is headed by the subject says it by its place. */
function shareOf(question: Question, key: string): number {
  const words = wordsOf(key).filter((word) => isContent(word));
  if (words.length === 0 || question.kind === "boolean") return 0;
  const met = question.concepts.filter((keys) => words.some((word) => word.keys.some((one) => keys.has(one)))).length;
  const telling = words.filter((word) => word.keys.some((one) => question.asked.has(one)) || question.subject.has(word.key)).length;
  if (met > 0 && telling * 2 >= words.length) return met / question.concepts.length;
  const own = new Set(words.map((word) => word.key));
  return question.subject.size > 0 && question.kind === "number" && [...question.subject].every((one) => own.has(one)) ? ofSubject : 0;
}

function answerOf(question: Question, value: string): Candidate | undefined {
  if (question.kind === "term") {
    const text = (/^[^,;(|]{1,60}/.exec(value)?.[0] ?? "").trim();
    const [number] = /^\W*\d/.test(text) ? candidatesIn({ ...question, kind: "number" }, value) : [];
    return (
      number ??
      (text === ""
        ? undefined
        : { value: { kind: "term", value: text }, start: value.indexOf(text), end: value.indexOf(text) + text.length, fit: 0.8 })
    );
  }
  return candidatesIn(question, value).reduce<Candidate | undefined>((best, one) => (best && best.fit >= one.fit ? best : one), undefined);
}
