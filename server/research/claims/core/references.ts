// Scripture references of a sentence, in OSIS.
import { findPassages } from "@/server/library/references/core/scripture";

export type Reference = { value: string; start: number; end: number };

/** References with their offsets; a list such as "Romans 8:28, 30" gives one entry for each part, each with its own place. */
export function findReferences(sentence: string): Reference[] {
  return findPassages(sentence, "en").flatMap(({ parts }) => parts.map(({ osis, start, end }) => ({ value: osis, start, end })));
}
