// How a structured record finds the fact a category asks for, and says its value in the category's own vocabulary.
import type { AskedFact, Question } from "../../schema";

/** The first fact whose name or label holds the words; where kinds are given, only of such a kind (facts that state none pass). */
export function factNamed(question: Question, words: RegExp, ...kinds: readonly string[]): AskedFact | null {
  return (
    question.facts.find(
      ({ name, label, kind }) =>
        (kinds.length === 0 || kind === undefined || kinds.includes(kind)) &&
        (words.test(name.replaceAll("_", " ")) || words.test(label.toLowerCase())),
    ) ?? null
  );
}

/** The value of the fact's vocabulary that the words name. Without a vocabulary the words stand for themselves; null when the vocabulary lacks them. */
export function termOf(fact: AskedFact, ...surfaces: readonly string[]): string | null {
  const { values = [] } = fact;
  if (values.length === 0) return surfaces[0] ?? null;
  for (const surface of surfaces) {
    const wanted = fold(surface);
    const entry = values.find(({ value, synonyms }) => [value, ...synonyms].some((form) => fold(form) === wanted));
    if (entry) return entry.value;
  }
  return null;
}

/** Lower-case words the category is about; passages that hold more of them come first. */
export function topicsOf(question: Question): string[] {
  return [...new Set([...question.terms, ...question.facts.flatMap((fact) => fact.synonyms)].map((word) => word.toLowerCase()))];
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/]+/gu, " ")
    .trim();
}
