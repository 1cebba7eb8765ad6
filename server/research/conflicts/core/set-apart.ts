// Differences that are no conflicts: values measured under different conditions, or under different regulators. One entry per reason, all its sides in it.
import type { DetectedConflict } from "../schema";
import type { ClaimGroup } from "./group";
import { disagrees, type Edge, type Relation } from "./relations";
import { type Side, shown } from "./sides";
import { apartRationale, statementOf } from "./statement";

type Reason = { readonly relation: Relation; readonly keys: readonly string[]; readonly members: ReadonlySet<number> };

export function setApart(group: ClaimGroup, sides: readonly Side[], edges: readonly Edge[]): DetectedConflict[] {
  const apart = edges.filter(({ relation }) => !disagrees(relation));
  const byReason = Map.groupBy(apart, ({ relation }) =>
    JSON.stringify([relation.verdict, [...relation.differing].sort(), [...relation.unstated].sort()]),
  );
  const reasons = [...byReason.values()].flatMap((list): Reason[] => {
    const [first] = list;
    if (!first) return [];
    const { relation } = first;
    return [
      { relation, keys: [...relation.differing, ...relation.unstated.map((key) => `?${key}`)], members: new Set(list.flatMap(({ a, b }) => [a, b])) },
    ];
  });
  return reasons
    .filter((reason) => !reasons.some((other) => says(other, reason)) && valuesOf(sides, reason.members) > 1)
    .map((reason) => entry(group, sides, reason));
}

/** How many values stand on these sides: one value under several conditions is no difference. */
function valuesOf(sides: readonly Side[], members: ReadonlySet<number>): number {
  return new Set([...members].map((index) => sides[index]?.value)).size;
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

function entry(group: ClaimGroup, all: readonly Side[], { relation, members }: Reason): DetectedConflict {
  const sides = [...members].sort((a, b) => a - b).flatMap((index) => all[index] ?? []);
  const kind = relation.verdict === "jurisdiction_difference" ? "jurisdiction_difference" : "not_comparable";
  return {
    attribute: group.fact.name,
    kind,
    severity: "none",
    status: "set_apart",
    strategy: group.strategy,
    sides: sides.map(shown),
    winner: null,
    statement: statementOf({ kind, about: group.about, sides, relations: [relation], between: [], fact: group.fact }),
    rationale: apartRationale(kind, relation),
    differing: [...relation.differing],
    unstated: [...relation.unstated],
  };
}
