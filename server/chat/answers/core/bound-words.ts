// What a question binds together stands together in what answers it: "the half-life in children" is answered neither by a half-life nor by children.
import { type Concept, heldOf, type Weighed } from "./concepts";
import { foreignLanguage } from "./language";
import { soft as light } from "./light-words";
import { lexemesOf } from "./question";

/** Behind these stands whom, when or under what something holds. */
const restricting = new Set("in of for during with without under among before after within against despite".split(" "));
/** Behind these stands what is told of, or where it comes from: it may be told in other words. */
const others = new Set("about on at by from into between beyond near through until following".split(" "));
const determiners = new Set("the a an its their his her".split(" "));
/** Where a phrase ends. */
const ends = new Set(
  (
    "is are was were be been do does did has have had can could should must may might will would and or but than that which who whom whose when where while if " +
    "because so as to not there it they them he him she"
  ).split(" "),
);
/** "In Greek" and "in detail" say how something is told, "in the label" by whom. */
const manners = new Set(
  (
    "greek hebrew latin english german french spanish detail general short fact practice addition comparison total " +
    "label review guideline trial study paper article report leaflet summary commentary book letter chapter verse passage text"
  ).split(" "),
);
/** "Does the drug in the tablet act": the phrase behind the first noun ends with a verb that nothing tells from a noun. */
const inverting = new Set(["do", "does", "did"]);
const briefly = 3;
const token = /[\p{L}\p{N}\p{M}]+(?:[.,:'’/-][\p{L}\p{N}\p{M}]+)*|[,;?!]/gu;
const possessive = /['’]s$/;

export type Bound = {
  /** The noun that the phrases restrict: "half-life" in "the half-life of celandrin in children". */
  readonly asked: string | null;
  /** The last nouns of the phrases: "celandrin", "children". */
  readonly by: readonly string[];
  /** The words before them: "aortic" in "for valves in the aortic position". */
  readonly beside: readonly string[];
};

/** What a question in English binds together, in lower case. */
export function boundWords(question: string): Bound[] {
  if (foreignLanguage(question)) return [];
  return clausesOf(question).flatMap(({ opener, phrases: [first = [], ...behind] }): Bound[] => {
    const hasVerb = inverting.has(opener) && determiners.has(first[0] ?? "") && first.length <= briefly && (behind[0]?.length ?? 0) > 2;
    const phrases = behind.slice(hasVerb ? 1 : 0).filter((phrase) => restricting.has(phrase[0] ?? "") && !manners.has(nounOf(phrase) ?? ""));
    const by = phrases.flatMap((phrase) => nounOf(phrase) ?? []);
    const beside = phrases.flatMap((phrase) => phrase.slice(1, -1).filter((word) => !determiners.has(word)));
    // A verb has phrases behind it as well: only an article or an owner before it tells a noun.
    const determined = !hasVerb && first.slice(0, -1).some((word) => determiners.has(word) || possessive.test(word));
    return by.length === 0 ? [] : [{ asked: determined ? nounOf(first) : null, by, beside }];
  });
}

const nounOf = (phrase: readonly string[]): string | null =>
  phrase.findLast((word) => !determiners.has(word) && !restricting.has(word) && !others.has(word))?.replace(possessive, "") ?? null;

type Clause = { readonly opener: string; readonly phrases: readonly string[][] };

/** Words between those that end a phrase, apart at the prepositions, which stand first in theirs. */
function clausesOf(question: string): Clause[] {
  const clauses: { opener: string; phrases: string[][] }[] = [{ opener: "", phrases: [[]] }];
  for (const [found] of question.toLowerCase().matchAll(token)) {
    const clause = clauses.at(-1);
    if (/^[,;?!]$/.test(found) || ends.has(found)) clauses.push({ opener: found, phrases: [[]] });
    else if (restricting.has(found) || others.has(found)) clause?.phrases.push([found]);
    else clause?.phrases.at(-1)?.push(found);
  }
  return clauses;
}

/** Concepts that a sentence must have to answer: what restricts the thing that is asked for, and then that thing too. */
export function boundConcepts(question: string, concepts: readonly (Concept & Partial<Pick<Weighed, "unknown">>)[]): Concept[] {
  // Names are looked for around the sentence, and the subject in its title.
  const hard = concepts.filter(({ soft, kind, subject, name }) => !soft && !kind && !subject && !name);
  const conceptsFor = (noun: string) => {
    if (light.has(noun)) return [];
    const lexemes = lexemesOf(noun);
    return hard.filter(({ words }) => words.some((own) => lexemesOf(own).some((lexeme) => lexemes.includes(lexeme))));
  };
  return boundWords(question).flatMap(({ asked, by, beside }): Concept[] => {
    // What is said more closely is often said otherwise; but a word that stands nowhere is not what the texts speak of.
    const required = [...by.flatMap(conceptsFor), ...beside.flatMap(conceptsFor).filter(({ unknown }) => unknown)];
    return required.length > 0 && asked !== null ? [...required, ...conceptsFor(asked)] : required;
  });
}

/** Whether a text, with what stands above it, has all that is bound. */
export const holdsBound = (bound: readonly Concept[], has: (lexeme: string) => boolean): boolean =>
  bound.every((concept) => heldOf(concept, has) > 0.5);
