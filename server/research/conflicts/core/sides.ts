// Claims that say the same stand on one side. A range that agrees with two sides that disagree belongs to neither and is named as overlapping both.
import { type ComparabilityKey, comparabilityKeys, type Fact } from "../../categories/schema";
import type { Claim, Qualifiers } from "../../claims/schema";
import type { Comparison, DetectedConflict } from "../schema";
import { labelOf, valueLabel } from "./label";
import type { LedgerSource, Witness } from "./witness";

/** Claims that are equal in everything that is compared. */
export type Position = { readonly claim: Claim; readonly witnesses: readonly Witness[]; readonly voices: ReadonlySet<string> };
export type Side = {
  readonly positions: readonly Position[];
  readonly witnesses: readonly Witness[];
  readonly voices: ReadonlySet<string>;
  readonly sources: readonly LedgerSource[];
  readonly label: string;
  /** The label without its conditions. */
  readonly value: string;
};
export type Group = [Position, ...Position[]];
/** Null: the values agree and only their conditions differ, so nothing is to be said. */
export type Compare = (a: Position, b: Position) => Comparison | null;

/** Positions of a group, the most exact and best attested first. */
export function positionsOf(witnesses: readonly Witness[], fact: Fact): Position[] {
  const byContent = Map.groupBy(witnesses, ({ claim }) => contentOf(claim, fact));
  return [...byContent]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, members]) => {
      const [first] = members;
      return first ? [{ claim: first.claim, witnesses: members, voices: new Set(members.map((member) => member.voice)) }] : [];
    })
    .sort((a, b) => spreadOf(a.claim) - spreadOf(b.claim) || b.voices.size - a.voices.size);
}

/** Sides in order of voices, then of label; `between` are positions that agree with several sides. */
export function sidesOf(positions: readonly Position[], compare: Compare, fact: Fact): { sides: Side[]; between: Position[] } {
  const groups: Group[] = [];
  const between: Position[] = [];
  for (const position of positions) {
    const matching = groups.filter((group) => group.every((other) => agrees(compare(position, other))));
    const [only] = matching;
    if (!only) groups.push([position]);
    else if (matching.length === 1 || spreadOf(position.claim) === 0) only.push(position);
    else between.push(position);
  }
  const sides = groups.map((group) => sideOf(group, fact));
  sides.sort((a, b) => b.voices.size - a.voices.size || bestTier(a) - bestTier(b) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  return { sides, between };
}

/** A side as the page shows it. */
export function shown(side: Side): DetectedConflict["sides"][number] {
  return {
    claimIds: side.witnesses.map(({ claim }) => claim.id),
    sourceIds: side.sources.map((source) => source.id),
    label: side.label,
  };
}

export function bestTier(side: Pick<Side, "sources">): number {
  return Math.min(...side.sources.map((source) => source.tier));
}

/** How many independent voices speak for a side; an edition and the one it replaces are one, and so are two that quote one work. */
export function voicesFor(side: Pick<Side, "witnesses">): number {
  return new Set(side.witnesses.map((witness) => witness.evidence)).size;
}

export function agrees(comparison: Comparison | null): boolean {
  return comparison?.verdict === "agree" || comparison?.verdict === "rounding";
}

/** Positions as one side. Its claims begin with those that state the value it is labelled with. */
export function sideOf(positions: Group, fact: Fact): Side {
  // The value most voices give stands for the side; of its conditions those that every claim of the side states alike.
  const lead = positions.reduce((best, position) => (rank(position) > rank(best) ? position : best));
  const witnesses = [lead, ...positions.filter((position) => position !== lead)].flatMap((position) => position.witnesses);
  const qualifiers = sharedBy(positions.map((position) => position.claim));
  const sources = [...new Map(witnesses.map(({ source }) => [source.id, source])).values()];
  return {
    positions,
    witnesses,
    voices: new Set(witnesses.map((w) => w.voice)),
    sources,
    label: labelOf({ ...lead.claim, qualifiers }, fact),
    value: plainValue(lead.claim),
  };
  function rank(position: Position): number {
    const stated = fact.comparability.filter((key) => position.claim.qualifiers[key] !== undefined).length;
    const { value } = position.claim;
    // A figure with its unit says more than one without, however many give it bare.
    const bare = value.kind === "quantity" && value.unit === "1" && (fact.unit ?? "1") !== "1";
    return (bare ? 0 : 1e6) + position.voices.size * 100 + stated;
  }
}

function sharedBy(claims: readonly Claim[]): Qualifiers {
  const [first, ...others] = claims;
  const same = (key: ComparabilityKey, value: string) => others.every((claim) => claim.qualifiers[key]?.toLowerCase() === value.toLowerCase());
  const shared: Qualifiers = {};
  for (const key of comparabilityKeys) {
    const value = first?.qualifiers[key];
    if (value !== undefined && same(key, value)) shared[key] = value;
  }
  return shared;
}

/** "about 500 mg" and "500 mg" are one value. */
function plainValue({ value, polarity }: Claim): string {
  return valueLabel(value.kind === "quantity" ? { ...value, approx: false } : value, polarity === "denied");
}

function contentOf(claim: Claim, fact: Fact): string {
  const { value } = claim;
  const stated = fact.comparability.map((key) => claim.qualifiers[key]?.toLowerCase() ?? "");
  const core =
    value.kind === "quantity"
      ? [value.unit, value.value, value.low, value.high, value.op, value.sd]
      : value.kind === "date"
        ? [value.earliest, value.latest, value.alternative]
        : [value.value];
  return JSON.stringify([value.kind, core, claim.polarity, stated]);
}

/** Width of what a claim admits, relative to its size: 0 for a point. */
function spreadOf({ value }: Claim): number {
  if (value.kind === "date") return Date.parse(value.latest) - Date.parse(value.earliest);
  if (value.kind !== "quantity") return 0;
  const wide = value.op === "=" ? 0 : 1e6;
  const middle = value.value ?? ((value.low ?? 0) + (value.high ?? 0)) / 2;
  const size = Math.abs(middle) || 1;
  const width = value.value === undefined ? (value.high ?? value.low ?? 0) - (value.low ?? value.high ?? 0) : 2 * (value.sd ?? 0);
  return wide + width / size;
}
