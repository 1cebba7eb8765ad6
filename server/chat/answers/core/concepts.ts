// A question as weighed concepts: its words, and other wordings of them. Rare words weigh more, and words that the library does not have most of all.
import { lexemesOf, restated, wordsOf } from "./question";
import { spellings } from "./spelling";
import { wordings } from "./wordings";

export type Concept = {
  readonly words: readonly string[];
  /** Any of them stands for it when all its lexemes are there. The first is the question's own. */
  readonly ways: readonly (readonly string[])[];
  readonly soft: boolean;
  /** Names what kind of thing is asked for. */
  readonly kind: boolean;
  /** Written as a name: what has it nowhere is no answer. */
  readonly name: boolean;
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
const asKind = 0.6;
/** A light word that stands nowhere was said in other words. */
const unheard = 0.4;
/** Another wording is nearly as good. */
const otherwise = 0.9;
/** What is left of a passage that does not name the subject. */
const strangers = 0.4;
/** A word that is nowhere is as good a reason to decline as two rare ones, not more. */
const heaviest = 1.25;

/** Wordings by their lexemes; those that stand in several groups stand for the wordings of all. */
const phrases = new Map<string, { readonly lexemes: readonly string[]; readonly others: readonly (readonly string[])[] }>();
for (const group of wordings.map((phrases) => phrases.map((phrase) => lexemesOf(phrase))))
  for (const lexemes of group) {
    const before = phrases.get(lexemes.join(" "));
    phrases.set(lexemes.join(" "), { lexemes, others: [...(before?.others ?? []), ...group.filter((other) => other !== lexemes)] });
  }
const longestPhrase = Math.max(...[...phrases.values()].map(({ lexemes }) => lexemes.length));

type Bare = Omit<Concept, "subject">;

/** Concepts of a question and of the words that it takes over. `subjects` are lexemes that name what it is about. */
export function conceptsOf(text: string, carried: readonly string[] = [], subjects: ReadonlySet<string> = new Set()): Concept[] {
  const own = withWordings(text, false);
  const known = new Set(own.flatMap((concept) => concept.ways[0] ?? []));
  const more = withWordings(carried.join(" "), true).filter((concept) => !concept.ways[0]?.every((lexeme) => known.has(lexeme)));
  return [...own, ...more].map((concept) => {
    const [lexemes = []] = concept.ways;
    const isSubject = (lexeme: string) => subjects.has(lexeme);
    return { ...concept, subject: !concept.kind && (concept.words.length > 1 ? lexemes.every(isSubject) : lexemes.some(isSubject)) };
  });
}

/** The longest wordings that stand in the question first, then its other words. */
function withWordings(text: string, carried: boolean): Bare[] {
  const words = wordsOf(text);
  const ofLexeme = new Map(words.flatMap((word) => word.lexemes.map((lexeme) => [lexeme, word] as const)));
  const said = lexemesOf(restated(text));
  const taken = new Set<string>();
  const concepts: Bare[] = [];
  for (let length = longestPhrase; length > 1; length -= 1)
    for (let at = 0; at + length <= said.length; at += 1) {
      const own = said.slice(at, at + length);
      const phrase = phrases.get(own.join(" "));
      if (!phrase || own.some((lexeme) => taken.has(lexeme))) continue;
      for (const lexeme of own) taken.add(lexeme);
      const used = [...new Set(own.flatMap((lexeme) => ofLexeme.get(lexeme) ?? []))];
      for (const lexeme of used.flatMap(({ lexemes }) => lexemes)) taken.add(lexeme);
      const name = used.some((word) => word.name);
      concepts.push({
        words: used.length > 0 ? used.map(({ word }) => word) : own,
        ways: [own, ...phrase.others],
        soft: false,
        kind: false,
        name,
        carried,
      });
    }
  for (const word of words) {
    if (word.lexemes.some((lexeme) => taken.has(lexeme))) continue;
    const others = phrases.get(word.lexemes.join(" "))?.others ?? [];
    const spelled = spellings(word.word.toLowerCase()).flatMap((other) => [
      lexemesOf(other),
      ...(phrases.get(lexemesOf(other).join(" "))?.others ?? []),
    ]);
    concepts.push({ words: [word.word], ways: [word.lexemes, ...spelled, ...others], soft: word.soft, kind: word.kind, name: word.name, carried });
  }
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
    const factor = (concept.soft ? softly * (best === 0 ? unheard : 1) : concept.kind ? asKind : 1) * (concept.carried ? lightly : 1);
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

/** What is asked of the subject: its words of matter, or else whatever is not its name. */
export function mattersOf(concepts: readonly Weighed[]): Weighed[] {
  const asked = concepts.filter(({ subject, name }) => !subject && !name);
  const hard = asked.filter(({ soft }) => !soft);
  if (hard.length > 0) return hard;
  // "What did Dunn say instead?" asks for whatever has the name.
  const named = concepts.some(({ subject, name }) => name && !subject);
  return named ? asked.filter(({ unknown }) => !unknown) : asked;
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
