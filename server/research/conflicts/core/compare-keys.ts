// Comparability: which of a fact's keys two claims state differently, and which only one of them states.
import type { ComparabilityKey, Fact } from "../../categories/schema";
import type { Qualifiers } from "../../claims/schema";

export type KeyDifference = { differing: ComparabilityKey[]; unstated: ComparabilityKey[] };

// Values that prose uses without meaning a difference; the first class also holds what is unstated.
const classes: Partial<Record<ComparabilityKey, readonly (readonly string[])[]>> = {
  population: [["", "adults", "healthy adults", "healthy", "human", "humans", "extensive metabolizers"]],
  species: [["", "human"]],
  matrix: [["", "plasma", "serum"]],
  phase: [["", "terminal", "elimination"]],
  statistic: [["", "mean", "median", "geometric mean", "range"]],
  arm: [["", "treatment"]],
  analyte: [["", "parent", "parent drug"]],
};

/** The keys in `keys` that keep `a` and `b` apart. */
export function compareKeys(fact: Fact, keys: readonly ComparabilityKey[], a: Qualifiers, b: Qualifiers): KeyDifference {
  const differing: ComparabilityKey[] = [];
  const unstated: ComparabilityKey[] = [];
  for (const key of new Set([...fact.comparability, ...keys])) {
    const left = classOf(key, a[key]);
    const right = classOf(key, b[key]);
    if (left === right) continue;
    if (isStated(a[key]) && isStated(b[key])) differing.push(key);
    else if (hasDefaultClass(key)) differing.push(key);
    else unstated.push(key);
  }
  return { differing, unstated };
}

// Who says nothing of a species means people, so "rats" against nothing differ outright.
function hasDefaultClass(key: ComparabilityKey): boolean {
  return key === "species" || key === "arm";
}

function isStated(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== "";
}

function classOf(key: ComparabilityKey, value: string | undefined): string {
  const plain = (value ?? "").trim().toLowerCase();
  const shared = classes[key]?.findIndex((group) => group.includes(plain)) ?? -1;
  return shared >= 0 ? "" : plain;
}
