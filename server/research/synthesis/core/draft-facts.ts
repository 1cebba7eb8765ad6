// Sentences that carry claims. Claims of one fact that state the same value are one group: one sentence, further sources cited beside it.
import { citationOf, type Draft } from "./chosen";
import { compareSources, type DraftClaim, type DraftConflict, type DraftFact, type DraftInput, type DraftSource } from "./draft-input";
import { isNote, isProse, isReferenceList, type ProseSentence, sentencesBetween } from "./prose";
import { mayBeCitedFor, statesSame } from "./same-value";
import { mayStandUnder } from "./scope-of-head";

type Placed = { claim: DraftClaim; source: DraftSource; sentence: ProseSentence; prose: boolean };
type Material = {
  input: DraftInput;
  sources: ReadonlyMap<string, DraftSource>;
  facts: ReadonlyMap<string, DraftFact>;
  claims: ReadonlyMap<string, DraftClaim>;
};

/** A measured fact shows a second, differing value; a set shows its members one after the other. */
const secondValues = 2;
const mostMembers = 12;

/** The whole sentence a claim stands in, if it can be printed: prose, or a line of notes where no prose says it. */
function place(claim: DraftClaim, source: DraftSource): Placed[] {
  const passage = source.passages.find((one) => one.start <= claim.start && claim.start < one.end);
  const around = sentencesBetween(source.text, claim.start, claim.end);
  const sentence = around.length === 1 ? around[0] : around.find((one) => one.start <= claim.start && claim.end <= one.end + 2);
  if (!sentence) return [];
  const prose = isProse(sentence.text);
  return prose || (isNote(sentence.text) && !isReferenceList(passage?.heading ?? null)) ? [{ claim, source, sentence, prose }] : [];
}

function placed(claims: readonly DraftClaim[], sources: Material["sources"]): Placed[] {
  return claims
    .flatMap((claim) => {
      const source = sources.get(claim.sourceId);
      return source ? place(claim, source) : [];
    })
    .sort((a, b) => Number(b.prose) - Number(a.prose) || compareSources(a.source, b.source) || a.claim.start - b.claim.start);
}

/** Groups of claims that state one value, best evidence first in and across groups; superseded ones only where nothing else is stated. */
function groupsOf(fact: DraftFact, { input, sources }: Material): Placed[][] {
  const all = placed(
    input.claims.filter((claim) => claim.attribute === fact.name),
    sources,
  ).filter(({ source, sentence }) => mayStandUnder(source, sentence.start, fact));
  const current = all.filter((one) => !one.source.superseded);
  const groups: Placed[][] = [];
  for (const one of current.length > 0 ? current : all) {
    const group = groups.find((other) => other[0] && statesSame(other[0].claim, one.claim));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** A sentence that states several facts stands with the first of them in pack order, unless most of what it states belongs elsewhere. */
function sectionOf(fact: DraftFact, { claim }: Placed, { input }: Material): string | null {
  const stated = new Set(input.claims.filter((one) => one.sourceId === claim.sourceId && one.start === claim.start).map((one) => one.attribute));
  const sections = input.facts.filter((one) => stated.has(one.name)).map((one) => one.section ?? null);
  const counts = Map.groupBy(sections, (section) => section);
  const own = sections[0] ?? fact.section ?? null;
  // One fact more elsewhere is by the way: "500 mg once daily with the evening meal" is a starting dose.
  const [best = [own, []]] = [...counts].sort((a, b) => b[1].length - a[1].length);
  return best[1].length - (counts.get(own)?.length ?? 0) > 1 ? best[0] : own;
}

function addGroup(draft: Draft, fact: DraftFact, group: readonly Placed[], material: Material, owed = false): void {
  let chosen = group.map((one) => draft.saying(one.source, one.sentence)).find((one) => one !== undefined) ?? null;
  for (const one of group) {
    if (chosen) break;
    chosen = draft.add(one.source, one.sentence, sectionOf(fact, one, material), one.claim.page, owed);
  }
  if (!chosen) return;
  for (const one of group) {
    if (!mayBeCitedFor(chosen.text, one.sentence.text, one.claim.value) || !draft.carries(chosen, one.source, one.sentence)) continue;
    draft.cite(chosen, citationOf(one.source, one.sentence, one.claim.page));
  }
}

/** Every side of an entry by its best sentence, replaced editions included: the reader sees what disagrees. */
function addSides(draft: Draft, entries: readonly DraftConflict[], material: Material): void {
  for (const { attribute, sides } of entries) {
    const fact = material.facts.get(attribute);
    if (!fact) continue;
    for (const { claimIds } of sides) {
      const claims = claimIds.flatMap((id) => material.claims.get(id) ?? []);
      // The value that the side is labelled with comes first in it.
      const [lead] = claims;
      const stating = placed(
        claims.filter((claim) => lead && statesSame(lead, claim)),
        material.sources,
      );
      if (!draft.full) addGroup(draft, fact, stating.length > 0 ? stating : placed(claims, material.sources), material, true);
    }
  }
}

function materialOf(input: DraftInput): Material {
  return {
    input,
    sources: new Map(input.sources.map((source) => [source.id, source])),
    facts: new Map(input.facts.map((fact) => [fact.name, fact])),
    claims: new Map(input.claims.map((claim) => [claim.id, claim])),
  };
}

function addRound(draft: Draft, material: Material, round: number): void {
  for (const fact of material.input.facts) {
    if (round >= secondValues && fact.kind !== "set") continue;
    const group = groupsOf(fact, material)[round];
    if (group && !draft.full) addGroup(draft, fact, group, material);
  }
}

/** Both sides of every disagreement, open ones first, and for every fact in pack order the sentence of its best-supported value. */
export function draftFacts(draft: Draft, input: DraftInput): void {
  const material = materialOf(input);
  const entries = (status: DraftConflict["status"]): DraftConflict[] => (input.conflicts ?? []).filter((entry) => entry.status === status);
  addSides(draft, [...entries("open"), ...entries("resolved")], material);
  addRound(draft, material, 0);
}

/** Both sides of what is set apart, and differing values of each fact. */
export function draftFurtherValues(draft: Draft, input: DraftInput): void {
  const material = materialOf(input);
  addSides(
    draft,
    (input.conflicts ?? []).filter((entry) => entry.status === "set_apart"),
    material,
  );
  for (let round = 1; round < mostMembers && !draft.full; round++) addRound(draft, material, round);
}
