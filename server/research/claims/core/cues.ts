// Words that decide whether a sentence speaks of a fact at all, whatever kind of value the fact has.
import type { Fact } from "../../categories/schema";
import { clauseAt, findClauses } from "./clauses";
import { holdsPhrase } from "./mentions";

/** True unless the fact asks for a word that the sentence lacks, or forbids one that stands in the clause of the value at `at`. */
export function isCued(fact: Fact, sentence: string, at: number): boolean {
  const lower = sentence.toLowerCase();
  if (fact.requireCue && fact.requireCue.length > 0 && !holdsPhrase(lower, fact.requireCue)) return false;
  if (!fact.excludeCue || fact.excludeCue.length === 0) return true;
  const clause = clauseAt(findClauses(sentence), at);
  return !holdsPhrase(lower.slice(clause.start, clause.end), fact.excludeCue);
}
