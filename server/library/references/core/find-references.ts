import type { Reference } from "../schema";
import { findClassical } from "./classical";
import { findIdentifiers } from "./identifiers";
import { findLaws } from "./laws";
import { findSuras } from "./quran";
import { findRabbinic } from "./rabbinic";
import { findPassages } from "./scripture";

/** Every reference in `text`, in order and without overlaps; a list such as "Rom 8:28, 30" gives one reference for each part, each with its own place. */
export function findReferences(text: string, options: { language?: string } = {}): Reference[] {
  const scripture = findPassages(text, options.language).flatMap((passage) =>
    passage.parts.map((part): Reference => ({ kind: "scripture", value: part.osis, start: part.start, end: part.end })),
  );
  // What names its kind outright stands before what is read from a name and numbers.
  const ranked = [findIdentifiers(text), findLaws(text), findRabbinic(text), findSuras(text), findClassical(text), scripture];
  const kept: Reference[] = [];
  for (const list of ranked) {
    const earlier = [...kept];
    kept.push(...list.filter((one) => !earlier.some((other) => other.start < one.end && one.start < other.end)));
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}
