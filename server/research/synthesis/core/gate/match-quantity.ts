// Does a quantity of the passage say what a quantity of the sentence says? Conversion inside a dimension, rounding as written.
import type { Quantity } from "./quantities";
import { differOnlyBySchedule } from "./units";

/** full: value and unit; bare: value, a unit on one side only; clash: value with another unit; none. */
export type Grade = "full" | "bare" | "clash" | "none";
/** same, dropped: the passage bounds and the sentence does not; added: the reverse; opposite. */
export type ComparatorGrade = "same" | "dropped" | "added" | "opposite";

export type QuantityMatch = { grade: Grade; comparator: ComparatorGrade };

const noMatch: QuantityMatch = { grade: "none", comparator: "same" };
const rank: Record<Grade, number> = { none: 0, clash: 1, bare: 2, full: 3 };
const comparatorRank: Record<ComparatorGrade, number> = { same: 3, dropped: 2, added: 1, opposite: 0 };

export function betterMatch(a: QuantityMatch, b: QuantityMatch): QuantityMatch {
  if (rank[a.grade] !== rank[b.grade]) return rank[a.grade] > rank[b.grade] ? a : b;
  return comparatorRank[a.comparator] >= comparatorRank[b.comparator] ? a : b;
}

/** How well passage quantity `p` carries sentence quantity `q`. */
export function matchQuantity(q: Quantity, p: Quantity): QuantityMatch {
  if (q.kind === "code" || p.kind === "code") return matchCode(q, p);
  if (q.kind === "ordinal" || p.kind === "ordinal") return matchOrdinal(q, p);
  if (q.kind === "decade")
    return (p.kind === "decade" && p.value === q.value) || (p.kind === "year" && p.value >= q.value && p.value < q.value + 10) ? full(q, p) : noMatch;
  if (p.kind === "decade") return noMatch;
  if (q.kind === "year" && p.unit === null) return q.value === p.value ? full(q, p) : noMatch;
  if (q.fraction !== p.fraction && isPercentOf(q, p)) return { grade: "full", comparator: "same" };
  if (q.unit && p.unit && q.unit.dimension === p.unit.dimension) return convertible(q, p);
  if (!sameValue(q, p)) return noMatch;
  if (q.unit === null && p.unit === null) return full(q, p);
  if (q.unit === null || p.unit === null) return { grade: "bare", comparator: compareBounds(q, p) };
  return { grade: differOnlyBySchedule(q.unit, p.unit) ? "bare" : "clash", comparator: compareBounds(q, p) };
}

function full(q: Quantity, p: Quantity): QuantityMatch {
  return { grade: "full", comparator: compareBounds(q, p) };
}

function matchCode(q: Quantity, p: Quantity): QuantityMatch {
  if (q.value !== p.value || q.unit !== null || p.unit !== null) return noMatch;
  if (q.prefix !== null && p.prefix !== null && q.prefix !== p.prefix) return noMatch;
  return { grade: "full", comparator: "same" };
}

function matchOrdinal(q: Quantity, p: Quantity): QuantityMatch {
  if (q.value !== p.value) return noMatch;
  if (q.kind === p.kind) return { grade: "full", comparator: "same" };
  const cardinal = q.kind === "ordinal" ? p : q;
  return cardinal.unit === null && cardinal.scale === 1 ? { grade: "bare", comparator: "same" } : noMatch;
}

/** "half" against "50%". */
function isPercentOf(q: Quantity, p: Quantity): boolean {
  const [part, percent] = q.fraction ? [q, p] : [p, q];
  return part.unit === null && percent.unit?.dimension === "percent" && Math.abs(part.value * 100 - percent.value) <= 1;
}

function convertible(q: Quantity, p: Quantity): QuantityMatch {
  const a = q.unit;
  const b = p.unit;
  if (!a || !b) return noMatch;
  if (a.factor === b.factor) return sameValue(q, p) ? full(q, p) : noMatch;
  const converted = (p.value * b.factor) / a.factor;
  const tolerance = Math.max((10 ** -q.decimals * q.scale) / 2, Math.abs(q.value) * 0.02);
  // Half a unit of a one-digit figure would make 2 days of 36 hours.
  const allowed = q.decimals === 0 && Math.abs(q.value) < 10 ? Math.abs(q.value) * 0.05 : tolerance;
  if (Math.abs(converted - q.value) <= allowed) return full(q, p);
  return sameValue(q, p) ? { grade: "clash", comparator: "same" } : noMatch;
}

/** Equal after rounding to the precision the sentence was written with; "about" and open bounds have their own room for a rounder figure. */
function sameValue(q: Quantity, p: Quantity): boolean {
  const [stated, found] = [q.value, p.value];
  if (stated === found) return true;
  if (Math.sign(stated) !== Math.sign(found)) return false;
  const step = 10 ** -q.decimals * q.scale;
  if (Math.abs(Math.round(found / step) * step - stated) <= step * 1e-6) return true;
  const bound = q.comparator;
  if (!bound || (p.comparator !== null && p.comparator.sign !== 0) || significant(stated) >= significant(found)) return false;
  if (bound.sign === 0) return Math.abs(found - stated) <= Math.abs(stated) * 0.05;
  if (bound.sign === 1 && bound.open) return found > stated && found <= stated * 1.1;
  return bound.near && found >= stated * 0.9 && found < stated;
}

/** Digits before the trailing zeros: a figure that rounds another has fewer. */
const significant = (value: number): number =>
  String(Math.abs(value))
    .replace(/^0\.0*|\./g, "")
    .replace(/0+$/, "").length;

function compareBounds(q: Quantity, p: Quantity): ComparatorGrade {
  const a = q.comparator?.sign ?? null;
  const b = p.comparator?.sign ?? null;
  if (a === b) return "same";
  if (a === null) return "dropped";
  // A bound that the figures themselves prove ("over 500" for 523) adds nothing, and "about" claims less than the figure.
  if (b === null) return a === 0 || q.value * (q.unit?.factor ?? 1) !== p.value * (p.unit?.factor ?? 1) ? "same" : "added";
  if (a === 0 || b === 0) return a === 0 ? "same" : "added";
  return "opposite";
}
