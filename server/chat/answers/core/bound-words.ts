// What a question binds together stands together in what answers it: "the half-life in children" is answered neither by a half-life nor by children.
import { type Concept, heldOf, type Weighed } from "./concepts";
import { foreignLanguage } from "./language";
import { soft as light } from "./light-words";
import { lexemesOf } from "./question";

const prepositions = new Set(
  "in of for during with without under among before after within against about despite until on at by from into between beyond near through".split(
    " ",
  ),
);
const determiners = new Set("the a an its their his her".split(" "));
/** Where a phrase ends. */
const ends = new Set(
  (
    "is are was were be been do does did has have had can could should must may might will would and or but than that which who whom whose when where while if " +
    "because so as to not there it they them he him she"
  ).split(" "),
);
/** "In Greek" and "in detail" say how something is told. */
const manners = new Set("greek hebrew latin english german french spanish detail general short fact".split(" "));
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
    const hasVerb = inverting.has(opener) && determiners.has(first[0] ?? "") && first.length <= briefly && (behind[0]?.length ?? 0) > 1;
    const restricting = behind.slice(hasVerb ? 1 : 0).filter((phrase) => !manners.has(nounOf(phrase) ?? ""));
    const by = restricting.flatMap((phrase) => nounOf(phrase) ?? []);
    const beside = restricting.flatMap((phrase) => phrase.filter((word) => !determiners.has(word)).slice(0, -1));
    // A verb has phrases behind it as well: only an article or an owner before it tells a noun.
    const determined = !hasVerb && first.slice(0, -1).some((word) => determiners.has(word) || possessive.test(word));
    return by.length === 0 ? [] : [{ asked: determined ? nounOf(first) : null, by, beside }];
  });
}

const nounOf = (phrase: readonly string[]): string | null => phrase.findLast((word) => !determiners.has(word))?.replace(possessive, "") ?? null;

type Clause = { readonly opener: string; readonly phrases: readonly string[][] };

/** Words between those that end a phrase, apart at the prepositions. */
function clausesOf(question: string): Clause[] {
  const clauses: { opener: string; phrases: string[][] }[] = [{ opener: "", phrases: [[]] }];
  for (const [found] of question.toLowerCase().matchAll(token)) {
    const clause = clauses.at(-1);
    if (/^[,;?!]$/.test(found) || ends.has(found)) clauses.push({ opener: found, phrases: [[]] });
    else if (prepositions.has(found)) clause?.phrases.push([]);
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
    const restricting = [...by.flatMap(conceptsFor), ...beside.flatMap(conceptsFor).filter(({ unknown }) => unknown)];
    return restricting.length > 0 && asked !== null ? [...restricting, ...conceptsFor(asked)] : restricting;
  });
}

/** Whether a text, with what stands above it, has all that is bound. */
export const holdsBound = (bound: readonly Concept[], has: (lexeme: string) => boolean): boolean =>
  bound.every((concept) => heldOf(concept, has) > 0.5);
