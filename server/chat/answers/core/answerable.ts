// Whether what was found speaks of what is asked. Measured on questions inside and outside the example library (bench/chat.ts); a question that is
// answered by words alone needs most of its weight in one passage and much of it in one sentence.
import { type Candidate, candidatesOf } from "./candidates";
import { aboutness, coverage, heldOf, type Weighed } from "./concepts";
import { lexemesOf } from "./question";
import { contextOf, type Stretch } from "./stretch";

/** The share of the question's weight that must be held; measured, see `bench/chat.ts`. */
export const thresholds = { passage: 0.62, sentence: 0.62, own: 0.3 } as const;
/** What a word in the heading, or in the title, says of a sentence, against one within it. */
const ofHeading = 0.85;
const ofTitle = 0.7;

export type Scored = Candidate & {
  /** Share of the question's weight in the sentence, its heading and its title. */
  readonly covers: number;
  /** In the sentence alone. */
  readonly own: number;
};
export type Found = { readonly stretch: Stretch; readonly covers: number; readonly sentences: readonly Scored[] };

/** Stretches with their shares, best first. */
export function measure(stretches: readonly Stretch[], concepts: readonly Weighed[]): Found[] {
  const whole = concepts.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return stretches
    .map((stretch) => {
      const context = new Set(lexemesOf(contextOf(stretch)));
      const text = new Set(lexemesOf(stretch.text));
      const heading = new Set(lexemesOf(stretch.heading ?? ""));
      const sentences = candidatesOf(stretch).map((candidate): Scored => {
        const own = coverage(concepts, (lexeme) => candidate.lexemes.has(lexeme));
        const both = concepts.reduce((sum, concept) => {
          const inside = heldOf(concept, (lexeme) => candidate.lexemes.has(lexeme));
          const above = heldOf(concept, (lexeme) => candidate.lexemes.has(lexeme) || heading.has(lexeme)) * ofHeading;
          const outside = heldOf(concept, (lexeme) => candidate.lexemes.has(lexeme) || context.has(lexeme)) * ofTitle;
          return sum + concept.weight * Math.max(inside, above, outside);
        }, 0);
        const about = aboutness(concepts, (lexeme) => candidate.lexemes.has(lexeme) || context.has(lexeme));
        return { ...candidate, own: own * about, covers: (both / whole) * about };
      });
      const has = (lexeme: string) => text.has(lexeme) || context.has(lexeme);
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

export function isAnswerable(found: readonly Found[]): boolean {
  const best = bestOf(found);
  return best.passage >= thresholds.passage && best.sentence >= thresholds.sentence && best.own >= thresholds.own;
}
