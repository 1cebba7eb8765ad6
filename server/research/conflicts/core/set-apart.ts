// Differences that are no conflicts: values measured under different conditions, or under different regulators. One entry per reason, all its sides in it.
// What two trials report each of itself is no difference at all.
import type { DetectedConflict } from "../schema";
import { unitUnstated } from "./compare";
import type { ClaimGroup } from "./group";
import { isOneList } from "./list";
import { disagrees, type Edge, type Relation } from "./relations";
import { type Position, type Side, shown, sideOf } from "./sides";
import { apartRationale, statementOf } from "./statement";

type Reason = {
  readonly relation: Relation;
  readonly keys: readonly string[];
  readonly members: ReadonlySet<number>;
  /** What of each side stands apart for this reason. */
  readonly positions: ReadonlyMap<number, readonly Position[]>;
};

export function setApart(group: ClaimGroup, sides: readonly Side[], edges: readonly Edge[]): DetectedConflict[] {
  const apart = edges.filter(
    ({ a, b, relation }) =>
      !disagrees(relation) &&
      !relation.differing.includes("study") &&
      !(relation.verdict === "not_comparable" && areAlternatives(sides[a], sides[b])),
  );
  const byReason = Map.groupBy(apart, ({ relation }) =>
    JSON.stringify([
      relation.verdict,
      relation.copies,
      relation.reason === unitUnstated,
      [...relation.differing].sort(),
      [...relation.unstated].sort(),
    ]),
  );
  const reasons = [...byReason.values()].flatMap((list): Reason[] => {
    const [first] = list;
    if (!first) return [];
    const { relation } = first;
    const positions = new Map<number, Position[]>();
    for (const { a, b, relation: each } of list) {
      positions.set(a, [...new Set([...(positions.get(a) ?? []), ...each.left])]);
      positions.set(b, [...new Set([...(positions.get(b) ?? []), ...each.right])]);
    }
    const keys = [...relation.differing, ...relation.unstated.map((key) => `?${key}`)];
    return [{ relation, keys, members: new Set(positions.keys()), positions }];
  });
  return reasons
    .filter((reason) => !reasons.some((other) => says(other, reason)) && valuesOf(sides, reason.members) > 1)
    .map((reason) => entry(group, sides, reason));
}

/** How many values stand on these sides: one value under several conditions is no difference. */
function valuesOf(sides: readonly Side[], members: ReadonlySet<number>): number {
  return new Set([...members].map((index) => sides[index]?.value)).size;
}

/** "500 mg twice daily or 850 mg once daily": where one sentence offers both, they are a choice. */
function areAlternatives(a: Side | undefined, b: Side | undefined): boolean {
  const sentences = (side: Side | undefined): string[] =>
    side?.witnesses.map(({ claim }) => `${claim.sourceId} ${claim.textHash ?? ""} ${claim.start}`) ?? [];
  const own = new Set(sentences(a));
  const shared = sentences(b).filter((sentence) => own.has(sentence));
  if (shared.length === 0 || !a || !b) return false;
  return a.positions.some((left) => b.positions.some((right) => isOneList(left, right, new Set(shared))));
}

/** A reason with fewer keys that covers the same sides says all that the longer one says. */
function says(other: Reason, reason: Reason): boolean {
  return (
    other !== reason &&
    other.relation.verdict === reason.relation.verdict &&
    other.keys.length > 0 &&
    other.keys.length < reason.keys.length &&
    other.keys.every((key) => reason.keys.includes(key)) &&
    [...reason.members].every((member) => other.members.has(member))
  );
}

function entry(group: ClaimGroup, all: readonly Side[], { relation, members, positions }: Reason): DetectedConflict {
  const sides = [...members]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const [first, ...more] = positions.get(index) ?? all[index]?.positions ?? [];
      return first ? sideOf([first, ...more], group.fact) : [];
    });
  // What traditions teach differently is a difference that stays open by design, not one of conditions.
  const doctrinal = group.strategy === "tradition_scoped" && relation.differing.includes("tradition");
  const reason = relation.verdict === "jurisdiction_difference" ? "jurisdiction_difference" : "not_comparable";
  return {
    attribute: group.fact.name,
    kind: doctrinal ? "interpretive" : reason,
    severity: doctrinal ? "minor" : "none",
    status: doctrinal ? "open" : "set_apart",
    strategy: group.strategy,
    sides: sides.map(shown),
    winner: null,
    statement: statementOf({
      kind: reason,
      about: group.about,
      sides,
      relations: [relation],
      between: [],
      fact: group.fact,
    }),
    rationale: apartRationale(reason, relation),
    differing: [...relation.differing],
    unstated: [...relation.unstated],
  };
}
