// Content stems of a text, for overlap.
import { normalise } from "./gate/normalise";
import { tokenise } from "./gate/tokens";

/** Distinct stems of the words and numbers that are not stop words. */
export function stemsOf(text: string): Set<string> {
  return new Set(tokenise(normalise(text)).flatMap((token) => (token.kind === "mark" || token.stop ? [] : [token.stem])));
}
