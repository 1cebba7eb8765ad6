// Claims that speak of one thing: one attribute and, where the fact has them, one term, partner, endpoint or member of a set.
import type { ComparabilityKey, ConflictStrategy, Fact } from "../../categories/schema";
import type { Claim, Qualifiers } from "../../claims/schema";
import { valueLabel } from "./label";
import { type Trials, trialsOf } from "./trials";
import { type LedgerSource, type Witness, witnessOf } from "./witness";

export type ClaimGroup = {
  /** The fact with the keys it is compared by here. */
  readonly fact: Fact;
  readonly strategy: ConflictStrategy;
  /** What the group is about besides its fact: "diarrhoea", "warfarin"; null when nothing. */
  readonly about: string | null;
  readonly witnesses: readonly Witness[];
};
export type GroupingInput = {
  readonly facts: readonly Fact[];
  readonly claims: readonly Claim[];
  readonly sources: readonly LedgerSource[];
  readonly categoryStrategy: ConflictStrategy;
  readonly comparabilityOfCategory: readonly ComparabilityKey[];
};

/** Claims with different values of these, or of another arm of a trial, are about different things, not about one thing under different conditions. */
const subjectKeys: readonly ComparabilityKey[] = ["term", "partner", "endpoint"];

/** Groups in the order of the facts, then of their subjects. Claims without a known fact or source are left out. */
export function groupClaims({ facts, claims, sources, categoryStrategy, comparabilityOfCategory }: GroupingInput): ClaimGroup[] {
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  const trials = trialsOf(sources);
  const byAttribute = Map.groupBy(claims, (claim) => claim.attribute);
  return facts.flatMap((stored) => {
    const strategy = stored.strategy ?? categoryStrategy;
    const fact = { ...stored, comparability: keysOf(stored, comparabilityOfCategory, strategy) };
    const witnesses = (byAttribute.get(stored.name) ?? []).flatMap((claim) => {
      const source = sourceById.get(claim.sourceId);
      return source ? [witnessOf(inContext(claim, fact, source, trials), source, sources)] : [];
    });
    const bySubject = Map.groupBy(witnesses, ({ claim }) => JSON.stringify(subjectOf(claim, fact, strategy)));
    return [...bySubject]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, members]) => {
        const [first] = members;
        const about = first ? subjectOf(first.claim, fact, strategy).join(", ") : "";
        return { fact, strategy, about: about === "" ? null : about, witnesses: members };
      });
  });
}

function keysOf(fact: Fact, ofCategory: readonly ComparabilityKey[], strategy: ConflictStrategy): ComparabilityKey[] {
  const byRegulator: ComparabilityKey[] = strategy === "jurisdiction_scoped" ? ["jurisdiction"] : [];
  const byTradition: ComparabilityKey[] = strategy === "tradition_scoped" ? ["tradition"] : [];
  return [...new Set([...fact.comparability, ...ofCategory, ...byRegulator, ...byTradition])];
}

/** What a source states of itself holds for its claims: the jurisdiction of a label is that of the dose in it, the trial of a paper that of its results. */
function inContext(claim: Claim, fact: Fact, source: LedgerSource, trials: Trials): Claim {
  const { jurisdiction, study } = claim.qualifiers;
  const added: Qualifiers = {};
  if (source.jurisdiction && !jurisdiction && fact.comparability.includes("jurisdiction")) added.jurisdiction = source.jurisdiction;
  if (fact.comparability.includes("study")) {
    const trial = study === undefined ? (trials.inSentence(claim.quote) ?? source.trial) : trials.named(study);
    if (trial) added.study = trial;
  }
  return Object.keys(added).length === 0 ? claim : { ...claim, qualifiers: { ...claim.qualifiers, ...added } };
}

function subjectOf(claim: Claim, fact: Fact, strategy: ConflictStrategy): string[] {
  const stated = subjectKeys.flatMap((key) => claim.qualifiers[key]?.toLowerCase() ?? []);
  const arm = claim.qualifiers.arm?.toLowerCase() ?? "treatment";
  return [...memberOf(claim, fact, strategy), ...stated, ...(arm === "treatment" ? [] : [arm])];
}

/** Members of a union do not rule each other out: several targets, several applications, several dates of action. */
function memberOf({ value }: Claim, fact: Fact, strategy: ConflictStrategy): string[] {
  if (fact.kind !== "set" && strategy !== "set_union") return [];
  if (value.kind === "term") return [value.value];
  return strategy === "set_union" && fact.kind !== "boolean" ? [valueLabel(value)] : [];
}
