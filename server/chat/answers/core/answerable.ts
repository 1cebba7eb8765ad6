// Whether what was found speaks of what is asked. Measured on questions inside and outside the example library (bench/chat.ts); a question that is
// answered by words alone needs most of its weight in one passage and much of it in one sentence.
import { boundConcepts, holdsBound } from "./bound-words";
import { type Candidate, candidatesOf } from "./candidates";
import { aboutness, coverage, heldOf, mattersOf, type Weighed } from "./concepts";
import { canAnswer } from "./expected";
import { isOnlyModifier } from "./head-noun";
import { lexemesOf, wordsOf } from "./question";
import { contextOf, type Stretch } from "./stretch";
import { versesIn } from "./verses";

/** The share of the question's weight that must be held; measured, see `bench/chat.ts`. */
export const thresholds = { passage: 0.6, sentence: 0.6, own: 0.2, matter: 0.3 } as const;
/** What a word in the heading, or in the title, says of a sentence, against one within it. */
const ofHeading = 0.85;
const ofTitle = 0.7;

export type Scored = Candidate & {
  /** Share of the question's weight in the sentence, its heading and its title. */
  readonly covers: number;
  /** In the sentence and its heading. */
  readonly own: number;
  /** Share of the weight of what is asked of the subject; 1 where nothing is. */
  readonly matter: number;
  /** Every name of the question stands in it or around it. */
  readonly named: boolean;
  /** So does what the question binds together. */
  readonly bound: boolean;
};
export type Found = { readonly stretch: Stretch; readonly covers: number; readonly sentences: readonly Scored[] };

/** Stretches with their shares, best first. `question` in its own words says what belongs together; without it, nothing is bound. */
export function measure(stretches: readonly Stretch[], concepts: readonly Weighed[], question = ""): Found[] {
  const together = boundConcepts(question, concepts);
  const names = concepts.filter(({ name, carried }) => name && !carried);
  const matters = mattersOf(concepts);
  // Words of any talk alone ask nothing.
  const asks = concepts.some(({ soft }) => !soft);
  const versesAbove = new Map<string, string>();
  const verses = ({ title, heading }: Stretch): string => {
    const above = `${title}; ${heading ?? ""}`;
    const known = versesAbove.get(above) ?? [...versesIn(above)].join(" ");
    versesAbove.set(above, known);
    return known;
  };
  return stretches
    .map((stretch) => {
      // "Romans 8:28-30" speaks of 8:29.
      const context = new Set(lexemesOf(`${contextOf(stretch)} ${verses(stretch)}`));
      const text = new Set(lexemesOf(stretch.text));
      const heading = new Set(lexemesOf(stretch.heading ?? ""));
      const has = (lexeme: string) => text.has(lexeme) || context.has(lexeme);
      const named = names.every((concept) => heldOf(concept, has) > 0.5);
      const sentences = candidatesOf(stretch).map((candidate): Scored => {
        const { lexemes } = candidate;
        const share = (wanted: readonly Weighed[]): number => {
          const whole = wanted.reduce((sum, { weight }) => sum + weight, 0);
          const held = wanted.reduce((sum, concept) => {
            const inside = heldOf(concept, (lexeme) => lexemes.has(lexeme));
            const above = heldOf(concept, (lexeme) => lexemes.has(lexeme) || heading.has(lexeme)) * ofHeading;
            const outside = heldOf(concept, (lexeme) => lexemes.has(lexeme) || context.has(lexeme)) * ofTitle;
            return sum + concept.weight * Math.max(inside, above, outside);
          }, 0);
          return whole === 0 ? 1 : held / whole;
        };
        const about = aboutness(concepts, (lexeme) => lexemes.has(lexeme) || context.has(lexeme));
        const own = coverage(concepts, (lexeme) => lexemes.has(lexeme) || heading.has(lexeme)) * about;
        const bound = holdsBound(together, (lexeme) => lexemes.has(lexeme) || context.has(lexeme));
        return { ...candidate, own, covers: asks ? share(concepts) * about : 0, matter: share(matters), named, bound };
      });
      return { stretch, covers: coverage(concepts, has) * aboutness(concepts, has), sentences };
    })
    .sort((a, b) => b.covers - a.covers);
}

/** The best shares that anything found has. */
export function bestOf(found: readonly Found[]): { passage: number; sentence: number; own: number } {
  const sentences = found.flatMap((one) => one.sentences);
  return {
    passage: Math.max(0, ...found.map((one) => one.covers)),
    sentence: Math.max(0, ...sentences.map((one) => one.covers)),
    own: Math.max(0, ...sentences.map((one) => one.own)),
  };
}

/** Whether a sentence is an answer to the question, and not only near it. */
export function answers(sentence: Scored, question: string): boolean {
  const { covers, own, matter, named, bound, text } = sentence;
  if (!bound || isOnlyModifier(text, question)) return false;
  return named && covers >= thresholds.sentence && own >= thresholds.own && matter >= thresholds.matter && canAnswer(text, question);
}

/** Whether something found answers the question, as it was asked. Figures alone ask nothing. */
export function isAnswerable(found: readonly Found[], question: string): boolean {
  if (!wordsOf(question).some(({ word }) => /\p{L}/u.test(word))) return false;
  return found.some((one) => one.covers >= thresholds.passage) && found.some(({ sentences }) => sentences.some((one) => answers(one, question)));
}
