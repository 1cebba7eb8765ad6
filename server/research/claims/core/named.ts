// Does a sentence speak of a fact? A rule-made claim needs a known phrase in the sentence; a proposed one may find the words of a phrase apart,
// in the sentence, the one before it, or the heading over both.
import type { Fact } from "../../categories/schema";
import { stemsOf } from "../../synthesis/core/text-stems";
import { isCued } from "./cues";
import { findMentions, holdsPhrase, indexFacts, type Mention } from "./mentions";

export type Naming = { readonly mention: Mention | null };

const leastWords = 2;

/** How `plain` names the fact, or null where it does not. `around`: the sentence before it and its heading. */
export function namingOf(fact: Fact, facts: readonly Fact[], plain: string, around: string, at: number): Naming | null {
  if (!isCued(fact, plain, at)) return null;
  const lower = plain.toLowerCase();
  const own = findMentions(indexFacts(facts), lower).filter((mention) => mention.fact === fact);
  const nearest = own.sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
  if (nearest) return { mention: nearest };
  if (fact.exclude && holdsPhrase(lower, fact.exclude)) return null;
  if (findMentions(indexFacts(facts), around.toLowerCase()).some((mention) => mention.fact === fact)) return { mention: null };
  const words = stemsOf(`${plain} ${around}`);
  // "The dose is" leaves one content word, which names nothing when it stands apart.
  const phrases = [fact.label, ...fact.synonyms].map(stemsOf).filter((phrase) => phrase.size >= leastWords);
  return phrases.some((phrase) => [...phrase].every((stem) => words.has(stem))) ? { mention: null } : null;
}
