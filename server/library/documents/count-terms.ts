import { makeBreather } from "@/server/platform/turns";
import type { Passage } from "../passages/core/chunk";
import { type PassageTerms, termsOf } from "../search/core/index-terms";

const passagesAtATime = 5;

/** Term counts of stored passages, as they were when the passages were indexed. Lets others have their turn in between. */
export async function countTerms(text: string, passages: readonly Passage[], title: string, language: string | null): Promise<PassageTerms[]> {
  const terms: PassageTerms[] = [];
  const breathe = makeBreather();
  for (let at = 0; at < passages.length; at += passagesAtATime) {
    const part = passages.slice(at, at + passagesAtATime).map(({ start, end, heading }) => ({ text: text.slice(start, end), heading }));
    terms.push(...termsOf(part, title, language));
    await breathe();
  }
  return terms;
}
