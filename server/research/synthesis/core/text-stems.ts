// Content stems of a text, and how far two texts share them.
import { normalise } from "./gate/normalise";
import { tokenise } from "./gate/tokens";

/** Distinct stems of the words and numbers that are not stop words. */
export function stemsOf(text: string): Set<string> {
  return new Set(tokenise(normalise(text)).flatMap((token) => (token.kind === "mark" || token.stop ? [] : [token.stem])));
}

/** Share of common stems. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  const union = a.size + b.size - shared;
  return union === 0 ? 0 : shared / union;
}
