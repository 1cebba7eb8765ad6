// A question as weighed concepts: its words, and other wordings of them. Rare words weigh more, and words that the library does not have most of all.
import { lexemesOf, type QuestionWord, wordsOf } from "./question";
import { wordings } from "./wordings";

export type Concept = {
  readonly words: readonly string[];
  /** Any of them stands for it when all its lexemes are there. The first is the question's own. */
  readonly ways: readonly (readonly string[])[];
  readonly soft: boolean;
  /** Taken over from an earlier question. */
  readonly carried: boolean;
  /** Names what the question is about: what speaks of another subject is no answer. */
  readonly subject: boolean;
};
export type Weighed = Concept & {
  readonly weight: number;
  /** Passages that have its own words. */
  readonly passages: number;
  /** No wording of it is in the library. */
  readonly unknown: boolean;
};
export type Frequencies = { readonly passages: number; readonly of: ReadonlyMap<string, number> };

/** In a library of a few passages no word is rare; it is weighed as a small one. */
const fewest = 30;
const softly = 0.3;
const lightly = 0.5;
/** Another wording is nearly as good. */
const otherwise = 0.9;
/** What is left of a passage that does not name the subject. */
const strangers = 0.4;
/** A word that is nowhere is as good a reason to decline as two rare ones, not more. */
const heaviest = 1.25;

const groups = wordings.map((phrases) => phrases.map((phrase) => lexemesOf(phrase)));

/** Concepts of a question and of the words that it takes over. `subjects` are lexemes that name what it is about. */
export function conceptsOf(text: string, carried: readonly string[] = [], subjects: ReadonlySet<string> = new Set()): Concept[] {
  const own = withWordings(wordsOf(text), false);
  const known = new Set(own.flatMap((concept) => concept.ways[0] ?? []));
  const more = withWordings(wordsOf(carried.join(" ")), true).filter((concept) => !concept.ways[0]?.every((lexeme) => known.has(lexeme)));
  return [...own, ...more].map((concept) => ({ ...concept, subject: (concept.ways[0] ?? []).some((lexeme) => subjects.has(lexeme)) }));
}

function withWordings(words: readonly QuestionWord[], carried: boolean): Omit<Concept, "subject">[] {
  const concepts: Omit<Concept, "subject">[] = [];
  const taken = new Set<QuestionWord>();
  const ofLexeme = new Map(words.flatMap((word) => word.lexemes.map((lexeme) => [lexeme, word] as const)));
  for (const group of groups) {
    const hit = group
      .map((phrase) => ({ phrase, held: phrase.map((lexeme) => ofLexeme.get(lexeme)) }))
      .filter(({ held }) => held.every((word) => word !== undefined && !taken.has(word)))
      .sort((a, b) => b.phrase.length - a.phrase.length)[0];
    if (!hit) continue;
    const used = [...new Set(hit.held.flatMap((word) => (word ? [word] : [])))];
    for (const word of used) taken.add(word);
    const others = group.filter((phrase) => phrase !== hit.phrase);
    concepts.push({ words: used.map(({ word }) => word), ways: [used.flatMap(({ lexemes }) => lexemes), ...others], soft: false, carried });
  }
  for (const word of words) if (!taken.has(word)) concepts.push({ words: [word.word], ways: [word.lexemes], soft: word.soft, carried });
  return concepts;
}

/** What each concept weighs, by inverse passage frequency (Robertson and Spärck Jones) of the wording that is known best. */
export function weigh(concepts: readonly Concept[], { passages, of }: Frequencies): Weighed[] {
  const all = Math.max(passages, fewest);
  const idf = (df: number) => Math.log(1 + (all - df + 0.5) / (df + 0.5));
  const most = idf(1) * heaviest;
  return concepts.map((concept) => {
    const known = concept.ways.map((way) => Math.min(...way.map((lexeme) => of.get(lexeme) ?? 0)));
    const best = Math.max(0, ...known);
    const weight = best === 0 ? most : Math.min(idf(best), most);
    const factor = (concept.soft ? softly : 1) * (concept.carried ? lightly : 1);
    return { ...concept, weight: weight * factor, passages: known[0] ?? 0, unknown: best === 0 };
  });
}

/** Every lexeme that a question may be answered by. */
export const lexemesAsked = (concepts: readonly Concept[]): string[] => [...new Set(concepts.flatMap(({ ways }) => ways.flat()))];

/** Lexemes that are worth marking in what is quoted: those of what is asked, not of the subject that every sentence names. */
export function lexemesMarked(concepts: readonly Concept[]): Set<string> {
  const asked = concepts.filter(({ subject }) => !subject);
  return new Set(lexemesAsked(asked.length > 0 ? asked : concepts));
}

/** The share of a concept that a text has, 0 to 1. */
export function heldOf(concept: Concept, has: (lexeme: string) => boolean): number {
  const [own = [], ...others] = concept.ways;
  if (own.length > 0 && own.every(has)) return 1;
  if (others.some((way) => way.length > 0 && way.every(has))) return otherwise;
  return own.length < 2 ? 0 : own.filter(has).length / own.length / 2;
}

/** How much of its subject a text must name to count in full; 1 where a question names none. */
export function aboutness(concepts: readonly Concept[], has: (lexeme: string) => boolean): number {
  const subjects = concepts.filter((concept) => concept.subject);
  if (subjects.length === 0) return 1;
  return strangers + (1 - strangers) * (subjects.reduce((sum, concept) => sum + heldOf(concept, has), 0) / subjects.length);
}

/** Weight held by a text over the whole weight, 0 to 1. */
export function coverage(concepts: readonly Weighed[], has: (lexeme: string) => boolean): number {
  const whole = concepts.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return 0;
  return concepts.reduce((sum, concept) => sum + concept.weight * heldOf(concept, has), 0) / whole;
}
