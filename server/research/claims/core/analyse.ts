// What is read of a sentence whatever the facts are: many categories ask about the same passages, so the last sentences are remembered.
import { normalise } from "./normalise";
import { findMarks, type Mark } from "./qualifiers";
import { findQuantities } from "./quantities/find";
import type { Quantity } from "./quantities/types";
import { findReferences, type Reference } from "./references";

export type Analysed = {
  plain: string;
  lower: string;
  quantities: () => readonly Quantity[];
  marks: () => readonly Mark[];
  references: () => readonly Reference[];
};

const remembered = new Map<string, Analysed>();
const limit = 4000;

/** The sentence on one line with its typography made one (same offsets), its quantities and its qualifier phrases, read on demand. */
export function analyse(sentence: string): Analysed {
  const known = remembered.get(sentence);
  if (known) return known;
  const plain = normalise(sentence).replace(/[\u00a0\n\t\r]/g, " ");
  let quantities: readonly Quantity[] | null = null;
  let marks: readonly Mark[] | null = null;
  let references: readonly Reference[] | null = null;
  const analysed: Analysed = {
    plain,
    lower: plain.toLowerCase(),
    quantities: () => {
      quantities ??= findQuantities(plain);
      return quantities;
    },
    marks: () => {
      marks ??= findMarks(plain, analysed.quantities());
      return marks;
    },
    references: () => {
      references ??= findReferences(plain);
      return references;
    },
  };
  if (remembered.size >= limit) remembered.clear();
  remembered.set(sentence, analysed);
  return analysed;
}
