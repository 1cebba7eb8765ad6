// A follow-up question leans on earlier ones: "And in renal impairment?". By rule, it takes over their subject, or all they asked when it is elliptical.
import { findReferences } from "@/server/library/references/core/find-references";
import { lexemesOf, type QuestionWord, wordsOf } from "./question";

const elliptical = /^(?:and|or|but|so|what about|how about|what of|also)\b/i;
/** "And its half-life?" asks something new of the old subject; "And in children?" asks the old of something new. */
const possessive = /\b(?:its|their|his|her)\b/i;
const leaning = /\b(?:it|its|they|them|their|this|that|these|those|he|him|his|she|her|the same)\b/i;
/** Words of titles that name the kind of a text, not its subject. */
const kinds = new Set(
  lexemesOf(
    "label tablets tablet review guideline summary product characteristics information prescribing card sheet text texts reader readers study trial " +
      "use patients words setting variants safety communications meta-analysis analysis reprint edition notes report chapter volume part library document",
  ),
);

export type Earlier = { readonly text: string; readonly readAs: readonly string[]; readonly declined: boolean };

/** Whether a lexeme names what a text is about, by the titles of the library. */
export const isOfTitles = (lexeme: string, titles: ReadonlySet<string>): boolean => titles.has(lexeme) && !kinds.has(lexeme) && !/^\d+$/.test(lexeme);

/** Words of a question that name what it is about: they stand in titles, or in a reference. */
export function subjectsOf(text: string, titles: ReadonlySet<string>): QuestionWord[] {
  const references = findReferences(text).map(({ start, end }) => text.slice(start, end));
  const cited = new Set(references.flatMap((reference) => lexemesOf(reference)));
  return wordsOf(text).filter(({ lexemes }) => lexemes.some((lexeme) => cited.has(lexeme) || isOfTitles(lexeme, titles)));
}

/** Lexemes of titles. */
export const titleLexemes = (titles: readonly string[]): Set<string> => new Set(titles.flatMap((title) => lexemesOf(title)));

/** Whether a question says itself that it leans on another. */
export const leansOpenly = (text: string): boolean => elliptical.test(text.trim()) || leaning.test(text);

/** Words that a question takes over from those before it, newest last in `earlier`. None when it stands on its own. `known` are the lexemes of titles. */
export function carriedWords(text: string, earlier: readonly Earlier[], known: ReadonlySet<string>): string[] {
  const whole = (one: Earlier) => `${one.text} ${one.readAs.join(" ")}`;
  const before = earlier.findLast((one) => !one.declined && subjectsOf(whole(one), known).length > 0);
  if (!before) return [];
  const subjects = subjectsOf(text, known);
  const short = elliptical.test(text.trim());
  if (!short && subjects.length > 0) return [];
  const old = wordsOf(whole(before));
  const oldSubjects = subjectsOf(whole(before), known);
  const own = new Set(wordsOf(text).flatMap(({ lexemes }) => lexemes));
  const isOld = (word: QuestionWord) => oldSubjects.some((one) => one.word === word.word);
  const taken = short && !possessive.test(text) ? old.filter((word) => subjects.length === 0 || !isOld(word)) : oldSubjects;
  return taken.filter(({ lexemes }) => !lexemes.every((lexeme) => own.has(lexeme))).map(({ word }) => word);
}
