// The conflict ledger of a category: one entry per disagreement, with every side kept. Same claims, same entries, in the same order.
import type { ComparabilityKey, Fact } from "../../categories/schema";
import type { Qualifiers } from "../../claims/schema";
import type { DetectedConflict } from "../schema";
import { compareClaims, unitUnstated } from "./compare";
import { compareKeys } from "./compare-keys";
import { type ClaimGroup, type GroupingInput, groupClaims } from "./group";
import { kindOf, severityOf } from "./kind";
import { isOneList } from "./list";
import { disagrees, type Edge, relate } from "./relations";
import { setApart } from "./set-apart";
import { agrees, type Compare, type Position, positionsOf, type Side, shown, sidesOf } from "./sides";
import { statementOf } from "./statement";
import { resolveDisagreement } from "./strategies/resolve";

/** Unless both sides state these, the claims may speak of different things, even where neither side states them. */
const identityKeys: ReadonlySet<ComparabilityKey> = new Set(["study", "endpoint", "partner", "term"]);

/** What a value is measured in or of: one text often gives two side by side. */
const measuredKeys: readonly ComparabilityKey[] = ["phase", "matrix", "analyte"];

/** Compares the claims of a category and writes each disagreement down with what became of it. Claims of facts or sources not given are left out. */
export function detectConflicts(input: GroupingInput): DetectedConflict[] {
  return groupClaims(input).flatMap(entriesOf);
}

function entriesOf(group: ClaimGroup): DetectedConflict[] {
  const { fact } = group;
  const positions = positionsOf(group.witnesses, fact);
  if (positions.length < 2) return [];
  const compare = remembered(fact, positions);
  const { sides, between } = sidesOf(positions, compare, fact);
  const edges = edgesOf(sides, compare, fact);
  const disagreements = componentsOf(
    sides.length,
    edges.filter(({ relation }) => disagrees(relation)),
  );
  return [...disagreements.map((members) => disagreement(group, members, sides, edges, between)), ...setApart(group, sides, edges)];
}

function disagreement(
  group: ClaimGroup,
  members: readonly number[],
  all: readonly Side[],
  edges: readonly Edge[],
  between: readonly Position[],
): DetectedConflict {
  const sides = members.flatMap((index) => all[index] ?? []);
  const inside = edges
    .filter((edge) => disagrees(edge.relation) && members.includes(edge.a) && members.includes(edge.b))
    .map((edge) => edge.relation);
  // Between traditions there is nothing to be right or wrong about: they read differently.
  const kind = group.strategy === "tradition_scoped" ? "interpretive" : kindOf(group.fact, sides, inside);
  const ruling = resolveDisagreement({ fact: group.fact, strategy: group.strategy, kind, sides });
  return {
    attribute: group.fact.name,
    kind,
    severity: severityOf(group.fact, kind, inside, sides),
    status: ruling.winner === null ? "open" : "resolved",
    strategy: ruling.strategy,
    sides: sides.map(shown),
    winner: ruling.winner,
    statement: statementOf({ kind, about: group.about, sides, relations: inside, between, fact: group.fact }),
    rationale: ruling.rationale,
    differing: [],
    unstated: [],
  };
}

function edgesOf(sides: readonly Side[], compare: Compare, fact: Fact): Edge[] {
  const edges: Edge[] = [];
  sides.forEach((left, a) => {
    sides.slice(a + 1).forEach((right, offset) => {
      const relation = relate(left, right, compare, !fact.safety);
      if (relation) edges.push({ a, b: a + 1 + offset, relation });
    });
  });
  return edges;
}

/** Comparing is the costly step and sides ask for the same pair again. */
function remembered(fact: Fact, all: readonly Position[]): Compare {
  const known = new Map<Position, Map<Position, ReturnType<Compare>>>();
  return (a, b) => {
    const row = known.get(a) ?? new Map<Position, ReturnType<Compare>>();
    known.set(a, row);
    const found = row.get(b) ?? known.get(b)?.get(a);
    if (found !== undefined) return found;
    const result = compareInContext(fact, a, b, all);
    row.set(b, result);
    return result;
  };
}

/** The same value under two conditions is no difference; values of things that may not be the same thing cannot disagree. */
function compareInContext(fact: Fact, a: Position, b: Position, all: readonly Position[]): ReturnType<Compare> {
  if (isOneList(a, b)) return null;
  const comparison = compareClaims(fact, a.claim, b.claim);
  if (agrees(comparison)) return comparison;
  if (comparison.verdict === "not_comparable") {
    if (isSameFigure(a, b)) return null;
    if (comparison.differing.length + comparison.unstated.length === 0) return comparison;
    const values = compareClaims(fact, { ...a.claim, qualifiers: {} }, { ...b.claim, qualifiers: {} });
    if (agrees(values)) return null;
    // Where the units do not even convert, that is the reason to give; where one is only left out, what is stated on both sides says more.
    if (values.reason === unitUnstated && comparison.differing.length > 0) return { ...comparison, reason: "" };
    return values.verdict === "not_comparable" ? values : comparison;
  }
  const missing = fact.comparability.filter((key) => identityKeys.has(key) && !(a.claim.qualifiers[key] && b.claim.qualifiers[key]));
  if (missing.length === 0 && !fact.safety) {
    const key = keyOfAnother(fact, a, b, all) ?? keyOfAnother(fact, b, a, all);
    if (key) return { ...comparison, verdict: "not_comparable", differing: [], unstated: [key] };
  }
  return missing.length === 0 ? comparison : { ...comparison, verdict: "not_comparable", differing: [], unstated: missing };
}

function isKeptApart(fact: Fact, key: ComparabilityKey, a: Qualifiers, b: Qualifiers): boolean {
  const { differing, unstated } = compareKeys(fact, [key], a, b);
  return differing.includes(key) || unstated.includes(key);
}

/** "Terminal one week, effective 40 h" in one text: another text's 40 h, without a phase, does not contradict the week. The key that explains it, or null. */
function keyOfAnother(fact: Fact, one: Position, other: Position, all: readonly Position[]): ComparabilityKey | null {
  for (const key of measuredKeys) {
    // "Elimination half-life" names the usual phase, which is as good as none.
    if (!fact.comparability.includes(key) || isKeptApart(fact, key, {}, other.claim.qualifiers)) continue;
    const third = all.find(
      (each) =>
        each.claim.qualifiers[key] !== undefined &&
        [...each.voices].some((voice) => one.voices.has(voice)) &&
        isKeptApart(fact, key, each.claim.qualifiers, one.claim.qualifiers) &&
        agrees(compareClaims(fact, { ...each.claim, qualifiers: {} }, { ...other.claim, qualifiers: {} })),
    );
    if (third) return key;
  }
  return null;
}

/** "Below 30 mL/min" and "below 30 mL/min/1.73 m²" do not convert, but nobody who reads both sees a difference. */
function isSameFigure({ claim: { value: a } }: Position, { claim: { value: b } }: Position): boolean {
  if (a.kind !== "quantity" || b.kind !== "quantity" || a.unit === b.unit) return false;
  const plain = (unit: string): string => unit.replace(/\/\{[^}]*\}/g, "");
  return plain(a.unit) === plain(b.unit) && a.value === b.value && a.low === b.low && a.high === b.high && a.op === b.op;
}

/** Sides that are joined by disagreements, directly or through others, each list ascending, lists by their first side. */
function componentsOf(size: number, edges: readonly Edge[]): number[][] {
  const group = Array.from({ length: size }, (_, index) => index);
  for (const { a, b } of edges) {
    const [from, to] = [Math.max(group[a] ?? a, group[b] ?? b), Math.min(group[a] ?? a, group[b] ?? b)];
    group.forEach((value, index) => {
      if (value === from) group[index] = to;
    });
  }
  return [...Map.groupBy(group.keys(), (index) => group[index] ?? index).values()].filter((members) => members.length > 1);
}
