// How two sides stand to each other. A disagreement needs on each side a voice that is not on the other: what one voice says twice is an alternative or a slip of reading.
import type { ComparabilityKey } from "../../categories/schema";
import type { Comparison } from "../schema";
import type { Compare, Position, Side } from "./sides";

export type Relation = {
  readonly verdict: "conflict" | "unit_slip" | "minor" | "jurisdiction_difference" | "not_comparable";
  readonly differing: readonly ComparabilityKey[];
  readonly unstated: readonly ComparabilityKey[];
  readonly ratio: number | null;
  readonly reason: string;
  /** The difference stands between copies of one text: an error of copying or of reading, and no disagreement. */
  readonly copies: boolean;
  /** The positions of either side that stand to each other in just this way. */
  readonly left: readonly Position[];
  readonly right: readonly Position[];
};

/** Two sides, by index, and how they stand to each other. */
export type Edge = { readonly a: number; readonly b: number; readonly relation: Relation };

const measured: ReadonlySet<ComparabilityKey> = new Set(["matrix", "phase", "analyte", "statistic", "tradition"]);
const weight: Record<Relation["verdict"], number> = { conflict: 5, unit_slip: 4, minor: 3, jurisdiction_difference: 2, not_comparable: 1 };

/**
 * The relation of two sides from the comparisons of their positions; null when they do not differ or only one voice is heard.
 * A disagreement of claims that leave a key unstated is explained where claims on the same two sides state that key and differ in it; `explain` false
 * (safety facts) keeps the disagreement.
 */
export function relate(a: Side, b: Side, compare: Compare, explain: boolean): Relation | null {
  const met = a.positions.flatMap((left) => b.positions.flatMap((right) => relationOf(left, right, compare(left, right))));
  const apart = met.filter(({ relation }) => relation.differing.length > 0 && !disagrees(relation));
  const keys = new Set(apart.flatMap(({ relation }) => relation.differing));
  const explained = (left: Position, right: Position) =>
    explain && [...keys].some((key) => left.claim.qualifiers[key] === undefined || right.claim.qualifiers[key] === undefined);
  const counted = met.filter(({ left, right, relation }) => {
    const independent = hasVoiceBeside(left, b) && hasVoiceBeside(right, a);
    if (disagrees(relation)) return independent && !explained(left, right);
    return independent || isMeasuredApart(relation);
  });
  const [strongest] = counted.sort((x, y) => weight[y.relation.verdict] - weight[x.relation.verdict] || simpler(x.relation, y.relation));
  if (!strongest) return betweenCopies(met);
  const alike = counted.filter(({ relation }) => relation.verdict === strongest.relation.verdict && keysOf(relation) === keysOf(strongest.relation));
  return { ...strongest.relation, left: [...new Set(alike.map((one) => one.left))], right: [...new Set(alike.map((one) => one.right))] };
}

/** The same sentence in two copies of one text, with two values. */
function betweenCopies(met: readonly { left: Position; right: Position; relation: Relation }[]): Relation | null {
  const found = met.find(({ left, right, relation }) => disagrees(relation) && relation.verdict !== "minor" && areCopies(left, right));
  return found
    ? { ...found.relation, verdict: "not_comparable", differing: [], unstated: [], copies: true, left: [found.left], right: [found.right] }
    : null;
}

function areCopies(left: Position, right: Position): boolean {
  const of = (position: Position) => new Set(position.witnesses.map(({ claim }) => claim.sourceId));
  const [own, other] = [of(left), of(right)];
  if ([...own].some((id) => other.has(id))) return false;
  return left.witnesses.some((one) => right.witnesses.some((two) => one.voice === two.voice && sameSentence(one.claim.quote, two.claim.quote)));
}

/** Four of five words alike, figures and units aside. */
function sameSentence(a: string, b: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
  const [left, right] = [words(a), words(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared >= 4 && shared >= 0.8 * Math.max(left.size, right.size);
}

export function disagrees(relation: Relation): boolean {
  return relation.verdict === "conflict" || relation.verdict === "unit_slip" || relation.verdict === "minor";
}

function relationOf(left: Position, right: Position, comparison: Comparison | null): { left: Position; right: Position; relation: Relation }[] {
  if (comparison === null) return [];
  const { verdict, differing, unstated, ratio, reason } = comparison;
  if (verdict === "agree" || verdict === "rounding") return [];
  return [{ left, right, relation: { verdict, differing, unstated, ratio: ratio ?? null, reason, copies: false, left: [left], right: [right] } }];
}

/** A voice that stands on both sides gives alternatives; it does not speak for one against the other. */
function hasVoiceBeside(position: Position, other: Side): boolean {
  return [...position.voices].some((voice) => !other.voices.has(voice));
}

/** One text may well give two values of two things measured, in plasma and in whole blood, or two traditions: worth showing where just that tells them apart. */
function isMeasuredApart({ differing: [key, ...more], unstated }: Relation): boolean {
  return key !== undefined && more.length === 0 && unstated.length === 0 && measured.has(key);
}

/** A stated difference says more than a missing key, one key more than three. */
function simpler(a: Relation, b: Relation): number {
  return a.unstated.length - b.unstated.length || a.differing.length - b.differing.length || (keysOf(a) < keysOf(b) ? -1 : 1);
}

function keysOf(relation: Relation): string {
  return [...relation.differing, ...relation.unstated].join();
}
