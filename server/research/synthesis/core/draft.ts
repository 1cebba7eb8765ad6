// Extractive drafting: a summary made of whole sentences of the sources, each a verbatim span with its citation. Nothing is rewritten.
import type { DraftedSentence } from "../schema";
import { Draft } from "./chosen";
import { draftFacts, draftFurtherValues } from "./draft-facts";
import { compareSources, type DraftInput } from "./draft-input";
import { draftPassages } from "./draft-passages";
import { belongingTo } from "./scope-of-head";

export type { DraftClaim, DraftInput, DraftSource } from "./draft-input";

/**
 * Chooses at most `maxSentences` sentences, or as many as the sides of open disagreements are: those that carry claims of the category's facts, then the best of the retrieved passages, in the
 * order of the facts' sections. Empty when no source says anything on the category. The order of sources and claims does not matter.
 */
export function draftSummary(input: DraftInput): DraftedSentence[] {
  const sources = [...input.sources].sort(compareSources);
  // The text mentions every open disagreement, if it takes more sentences than the category asks for.
  const open = (input.conflicts ?? []).filter((entry) => entry.status === "open");
  const owed = open.reduce((sum, entry) => sum + entry.sides.length, 0);
  const draft = new Draft(Math.max(0, input.maxSentences, owed), {
    names: [input.subject, ...input.aliases],
    belongs: belongingTo(input),
    claims: input.claims,
    regulated: new Set(input.facts.flatMap(({ comparability, section }) => (comparability?.includes("jurisdiction") ? [section ?? null] : []))),
  });
  const ordered = { ...input, sources };
  draftFacts(draft, ordered);
  draftPassages(draft, ordered, "unstated");
  draftFurtherValues(draft, ordered);
  draftPassages(draft, ordered, "all");
  const sections = [...new Set(input.facts.flatMap((fact) => (fact.section === undefined ? [] : [fact.section]))), null];
  return draft.inOrder(sections, new Map(sources.map((source, index) => [source.id, index])));
}
