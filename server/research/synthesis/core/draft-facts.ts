// Sentences that carry claims. Claims of one fact that state the same value are one group: one sentence, further sources cited beside it.
import { citationOf, type Draft } from "./chosen";
import { compareSources, type DraftClaim, type DraftFact, type DraftInput, type DraftSource } from "./draft-input";
import { isProse, type ProseSentence, sentencesBetween } from "./prose";
import { mayBeCitedFor, statesSame } from "./same-value";

type Placed = { claim: DraftClaim; source: DraftSource; sentence: ProseSentence };

const mostPerFact = 2;

/** The whole sentence a claim stands in, if it reads as prose. */
function place(claim: DraftClaim, source: DraftSource): Placed[] {
  const around = sentencesBetween(source.text, claim.start, claim.end);
  const sentence = around.length === 1 ? around[0] : around.find((one) => one.start <= claim.start && claim.end <= one.end + 2);
  return sentence && isProse(sentence.text) ? [{ claim, source, sentence }] : [];
}

/** Groups of claims that state one value, best evidence first in and across groups; superseded ones only where nothing else is stated. */
function groupsOf(fact: DraftFact, claims: readonly DraftClaim[], sources: ReadonlyMap<string, DraftSource>): Placed[][] {
  const placed = claims
    .filter((claim) => claim.attribute === fact.name)
    .flatMap((claim) => {
      const source = sources.get(claim.sourceId);
      return source ? place(claim, source) : [];
    })
    .sort((a, b) => compareSources(a.source, b.source) || a.claim.start - b.claim.start);
  const current = placed.filter((one) => !one.source.superseded);
  const groups: Placed[][] = [];
  for (const one of current.length > 0 ? current : placed) {
    const group = groups.find((other) => other[0] && statesSame(other[0].claim, one.claim));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

function addGroup(draft: Draft, fact: DraftFact, group: readonly Placed[]): void {
  let chosen = group.map((one) => draft.saying(one.source, one.sentence)).find((one) => one !== undefined) ?? null;
  for (const one of group) {
    if (chosen) break;
    chosen = draft.add(one.source, one.sentence, fact.section ?? null, one.claim.page);
  }
  if (!chosen) return;
  for (const one of group) {
    if (mayBeCitedFor(chosen.text, one.sentence.text, one.claim.value)) draft.cite(chosen, citationOf(one.source, one.sentence, one.claim.page));
  }
}

/** Adds, for every fact in pack order, the sentence of its best-supported value, then in a second round a differing one. */
export function draftFacts(draft: Draft, input: DraftInput): void {
  const sources = new Map(input.sources.map((source) => [source.id, source]));
  const groups = input.facts.map((fact) => ({ fact, groups: groupsOf(fact, input.claims, sources) }));
  for (let round = 0; round < mostPerFact; round++) {
    for (const { fact, groups: all } of groups) {
      const group = all[round];
      if (group && !draft.full) addGroup(draft, fact, group);
    }
  }
}
