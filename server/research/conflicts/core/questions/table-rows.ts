// Answers in rows: a cell under a header that says what is asked, or a row that opens with a year.
import type { Answer } from "./answer";
import { type Candidate, candidatesIn } from "./candidates";
import { isContent, wordsOf } from "./question-words";
import type { Question } from "./read-question";

type Row = { readonly text: string; readonly start: number };
const cell = /[^|\t]+/g;
const inTable = 2.3;
const inYearRow = 2.1;

export function tableRows(question: Question, text: string): Answer[] {
  const rows = [...text.matchAll(/[^\n]+/g)].map((match): Row => ({ text: match[0], start: match.index }));
  return [...cellsUnderHeader(question, rows), ...yearRows(question, rows)];
}

const cellsOf = ({ text, start }: Row): Row[] => [...text.matchAll(cell)].map((match) => ({ text: match[0], start: start + match.index }));

function cellsUnderHeader(question: Question, rows: readonly Row[]): Answer[] {
  return rows.flatMap((header, at): Answer[] => {
    const heads = cellsOf(header);
    const column = heads.findIndex((head) => wordsOf(head.text).some((word) => word.keys.some((key) => question.asked.has(key))));
    if (heads.length < 2 || column < 0) return [];
    const body: Row[] = [];
    for (const row of rows.slice(at + 1)) {
      if (cellsOf(row).length !== heads.length) break;
      body.push(row);
    }
    const wanted = body.filter((row) => wordsOf(row.text).some((word) => question.words.has(word.text.toLowerCase()) && isContent(word)));
    const chosen = wanted.length > 0 ? wanted : body.length === 1 ? body : [];
    return chosen.flatMap((row) => answerIn(question, cellsOf(row)[column], row, inTable));
  });
}

/** "1987 Barton Town" answers who it was in 1987, and when it was Barton Town. */
function yearRows(question: Question, rows: readonly Row[]): Answer[] {
  return rows.flatMap((row): Answer[] => {
    const opened = /^[ \t*•▪-]*((?:1[5-9]|20)\d\d)\b[ :|,–-]*/.exec(row.text);
    const year = opened?.[1];
    if (opened === null || year === undefined || row.text.length > 120) return [];
    const rest: Row = { text: row.text.slice(opened[0].length), start: row.start + opened[0].length };
    if (question.kind === "date") {
      const there = new Set(wordsOf(rest.text).map((word) => word.key));
      const known = [...question.subject].filter((key) => there.has(key)).length;
      if (known < 2 || rest.text.length > 60) return [];
      const start = row.start + row.text.indexOf(year);
      const value = { kind: "date" as const, earliest: `${year}-01-01`, latest: `${year}-12-31`, precision: "year" as const };
      return [{ value, start, end: start + 4, score: inYearRow, sentence: { start: row.start, end: row.start + row.text.length } }];
    }
    return question.words.has(year) ? answerIn(question, rest, row, inYearRow) : [];
  });
}

function answerIn(question: Question, part: Row | undefined, row: Row, score: number): Answer[] {
  if (!part) return [];
  const best = candidatesIn(question, part.text).reduce<Candidate | undefined>((a, b) => (a && a.fit >= b.fit ? a : b), undefined);
  if (!best) return [];
  return [
    {
      value: best.value,
      start: part.start + best.start,
      end: part.start + best.end,
      score: score + 0.3 * best.fit,
      sentence: { start: row.start, end: row.start + row.text.length },
    },
  ];
}
