// Answers that prose gives by its form alone: "(4 May 1902 – 7 June 1980)", "a 1962 Italian film", "MS (multiple sclerosis)".
import type { Answer, Weighed } from "./answer";
import { type Candidate, candidatesIn } from "./candidates";
import type { Question } from "./read-question";

const spanOf = (sentence: Weighed) => ({ start: sentence.start, end: sentence.start + sentence.text.length });

/** "Paper Lanterns is a 1962 Italian film" tells when it came out. */
export function yearOfWork(question: Question, sentence: Weighed, index: number, about: number): Answer[] {
  const year = /\b(?:is|was) an? (?=((?:1[5-9]|20)\d{2})\b)/.exec(sentence.text);
  if (question.kind !== "date" || index > 1 || !year?.[1] || !question.asked.has("~released")) return [];
  const start = sentence.start + year.index + year[0].length;
  return [
    {
      value: { kind: "date", earliest: `${year[1]}-01-01`, latest: `${year[1]}-12-31`, precision: "year" },
      start,
      end: start + 4,
      score: 1.5 + about,
      sentence: spanOf(sentence),
    },
  ];
}

/** A bracket behind a name tells birth and death without saying so. */
export function lifespan(question: Question, sentence: Weighed, index: number, about: number): Answer[] {
  const bracket = /\(([^()]*\d{3,4}[^()]*)\)/.exec(sentence.text);
  const [born, died] = [question.asked.has("~born"), question.asked.has("~died")];
  if (question.kind !== "date" || index > 1 || !bracket || !(born || died)) return [];
  const years = /(\d{3,4})\s*[–-]\s*(\d{3,4})/.exec(bracket[0]);
  const dates = years ? yearsOf(years) : candidatesIn(question, bracket[0]);
  const chosen = born ? dates[0] : dates[1];
  if (!chosen) return [];
  const start = sentence.start + bracket.index + chosen.start;
  return [{ value: chosen.value, start, end: start + chosen.end - chosen.start, score: 1.6 + about, sentence: spanOf(sentence) }];
}

/** "(1902–1981)" is two years and no interval. */
function yearsOf(match: RegExpExecArray): Candidate[] {
  const [whole, ...years] = match;
  return years.map((year, k) => {
    const start = match.index + (k === 0 ? 0 : whole.length - year.length);
    const value = {
      kind: "date" as const,
      earliest: `${year.padStart(4, "0")}-01-01`,
      latest: `${year.padStart(4, "0")}-12-31`,
      precision: "year" as const,
    };
    return { value, start, end: start + year.length, fit: 1 };
  });
}

/** Where a question asks what letters stand for: the words in brackets behind them, or those before the bracket that holds them. */
export function abbreviated(question: Question, sentence: Weighed): Answer[] {
  if (question.kind !== "term" || !question.asked.has("~stand")) return [];
  return [...sentence.text.matchAll(/\b(\p{Lu}[\p{L}\d-]{1,7})\s\(([^()]{4,60})\)|((?:[\p{L}-]+\s){1,5})\((\p{Lu}[\p{L}\d-]{1,7})\)/gu)].flatMap(
    (match) => {
      const short = match[1] ?? match[4] ?? "";
      const long = (match[2] ?? match[3] ?? "").trim();
      if (!question.subject.has(short.toLowerCase()) && !question.words.has(short.toLowerCase())) return [];
      const start = sentence.start + match.index + match[0].indexOf(long);
      return [{ value: { kind: "term" as const, value: long }, start, end: start + long.length, score: 2.6, sentence: spanOf(sentence) }];
    },
  );
}
