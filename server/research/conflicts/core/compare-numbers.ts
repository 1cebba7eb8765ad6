// Two numbers with units: intervals, overlap, relative gap, and the ratios that a slip of the unit leaves behind.
import type { Fact } from "../../categories/schema";
import { convert, dimensionOf } from "../../claims/core/units";
import type { QuantityValue } from "../../claims/schema";
import type { Comparison } from "../schema";

export type Interval = { low: number; high: number };
type NumberVerdict = Pick<Comparison, "verdict" | "ratio" | "reason">;

/** Equal after conversion within this relative difference is the same number. */
const same = 0.005;
const slips: readonly (readonly [number, string])[] = [
  [10, "a factor of ten"],
  [24, "hours against days"],
  [60, "minutes against hours"],
  [1000, "a factor of a thousand, as between µg and mg"],
];
const slipTolerance = 0.02;

/** The verdict on two quantities of one fact, in the fact's unit where both can be expressed in it. */
export function compareNumbers(fact: Fact, a: QuantityValue, b: QuantityValue, molecularWeight?: number): NumberVerdict {
  const unit = commonUnit(fact, a, b);
  const first = inUnit(a, unit, molecularWeight);
  const second = inUnit(b, unit, molecularWeight);
  if (!first || !second)
    return { verdict: "not_comparable", reason: `${show(a)} and ${show(b)} are stated in units that cannot be converted into each other.` };
  const points = isPoint(first) && isPoint(second) && a.op === "=" && b.op === "=";
  const close = bothAbove(fact, unit, first, second) ? first.low === second.low : equal(first.low, second.low);
  if (points && close) return { verdict: "agree", ratio: 1, reason: `Both say ${show(a)}.` };
  if (isExactLimit(fact, a, b)) return compareLimits(a, b, first, second, unit);
  const left = widen(a, first, unit);
  const right = widen(b, second, unit);
  if (left.low <= right.high && right.low <= left.high) return { verdict: "agree", reason: `${show(a)} and ${show(b)} overlap.` };
  return gapVerdict(fact, a, b, nearestEnds(left, right), unit);
}

function bothAbove({ complementAbove }: Fact, unit: string, a: Interval, b: Interval): boolean {
  return complementAbove !== undefined && unit === "%" && a.low > complementAbove && b.low > complementAbove;
}

// A fact without tolerance is a rule, such as a dose limit or a cut-off: "below 30" and "below 45" are two rules, not two overlapping intervals.
function isExactLimit(fact: Fact, a: QuantityValue, b: QuantityValue): boolean {
  return fact.tolerance.minor === 0 && a.value !== undefined && b.value !== undefined;
}

function compareLimits(a: QuantityValue, b: QuantityValue, first: Interval, second: Interval, unit: string): NumberVerdict {
  if (equal(first.low, second.low)) return { verdict: "agree", ratio: 1, reason: `Both say ${show(a)}.` };
  const ratio = ratioOf(first.low, second.low);
  return (
    slipVerdict(a, b, ratio, unit) ?? { verdict: "conflict", ratio, reason: `${show(a)} against ${show(b)}: for this fact any difference counts.` }
  );
}

function gapVerdict(fact: Fact, a: QuantityValue, b: QuantityValue, [x, y]: readonly [number, number], unit: string): NumberVerdict {
  const ratio = ratioOf(x, y);
  if (bothAbove(fact, unit, { low: x, high: x }, { low: y, high: y })) return complementVerdict(a, b, x, y);
  const gap = Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y));
  if (gap <= same) return { verdict: "agree", ratio, reason: `${show(a)} and ${show(b)} are the same within half a percent.` };
  const percent = `${Math.round(gap * 100)} %`;
  if (gap <= fact.tolerance.rounding)
    return { verdict: "rounding", ratio, reason: `${show(a)} and ${show(b)} differ by ${percent}, as rounding does.` };
  if (gap <= fact.tolerance.minor) return { verdict: "minor", ratio, reason: `${show(a)} and ${show(b)} differ by ${percent}.` };
  return slipVerdict(a, b, ratio, unit) ?? { verdict: "conflict", ratio, reason: `${show(a)} against ${show(b)}: a difference of ${percent}.` };
}

// 99.5 % and 97 % bound look alike, but leave 0.5 % and 3 % free: six times as much.
function complementVerdict(a: QuantityValue, b: QuantityValue, x: number, y: number): NumberVerdict {
  const [free, other] = [100 - x, 100 - y].sort((left, right) => left - right) as [number, number];
  const ratio = free <= 0 ? undefined : other / free;
  const shown = `${show(a)} and ${show(b)} leave ${format(100 - x)} % and ${format(100 - y)} %`;
  if (Math.abs(x - y) < 0.5 && free > 1) return { verdict: "rounding", ratio, reason: `${shown}, as rounding does.` };
  if (ratio !== undefined && ratio <= 2) return { verdict: "minor", ratio, reason: `${shown}: at most twofold.` };
  return { verdict: "conflict", ratio, reason: `${shown}: ${ratio === undefined ? "one of them nothing" : `a ratio of ${format(ratio)}`}.` };
}

function slipVerdict(a: QuantityValue, b: QuantityValue, ratio: number | undefined, unit: string): NumberVerdict | null {
  if (ratio === undefined) return null;
  const near = (factor: number): boolean => Math.abs(ratio - factor) / factor <= slipTolerance;
  const dimension = dimensionOf(unit);
  const rows: (readonly [number, string])[] = [...slips];
  if (/^L3\.T-1/.test(dimension)) rows.push([1000 / 60, "mL/min against L/h"]);
  if (dimension === "T1" && [a.unit, b.unit].some((each) => each === "wk") && [a.unit, b.unit].some((each) => each === "d"))
    rows.push([7, "days against weeks"]);
  const hit = rows.find(([factor]) => near(factor));
  return hit
    ? { verdict: "unit_slip", ratio, reason: `${show(a)} against ${show(b)}: the ratio ${format(ratio)} suggests a slip of the unit (${hit[1]}).` }
    : null;
}

function commonUnit(fact: Fact, a: QuantityValue, b: QuantityValue): string {
  const units = [...(fact.unit ? [fact.unit] : []), ...fact.otherUnits];
  return units.find((unit) => dimensionOf(unit) === dimensionOf(a.unit) && dimensionOf(unit) === dimensionOf(b.unit)) ?? a.unit;
}

function inUnit(value: QuantityValue, unit: string, molecularWeight?: number): Interval | null {
  const low = convert(value.value ?? value.low ?? Number.NaN, value.unit, unit, { molecularWeight });
  const high = convert(value.value ?? value.high ?? Number.NaN, value.unit, unit, { molecularWeight });
  return low === null || high === null || Number.isNaN(low) || Number.isNaN(high) ? null : { low: Math.min(low, high), high: Math.max(low, high) };
}

function widen(value: QuantityValue, interval: Interval, unit: string): Interval {
  const top = unit === "%" ? 100 : Number.POSITIVE_INFINITY;
  if (value.op === "<" || value.op === "<=") return { low: Number.NEGATIVE_INFINITY, high: interval.high };
  if (value.op === ">" || value.op === ">=") return { low: interval.low, high: Math.max(top, interval.low) };
  if (value.sd === undefined) return interval;
  const one = convert(value.sd, value.unit, unit) ?? 0;
  return { low: interval.low - one, high: interval.high + one };
}

function nearestEnds(left: Interval, right: Interval): [number, number] {
  return left.high < right.low ? [left.high, right.low] : [left.low, right.high];
}

function ratioOf(x: number, y: number): number | undefined {
  const [small, large] = [Math.abs(x), Math.abs(y)].sort((a, b) => a - b) as [number, number];
  return small === 0 ? undefined : large / small;
}

function equal(x: number, y: number): boolean {
  return x === y || Math.abs(x - y) <= same * Math.max(Math.abs(x), Math.abs(y));
}

function isPoint({ low, high }: Interval): boolean {
  return low === high;
}

/** A quantity for a sentence on the page: "18 to 36 h", "< 30 mL/min", "6.2 ± 1.1 h". */
export function show(value: QuantityValue): string {
  const unit = value.unit === "1" ? "" : ` ${value.unit.replace(/[{}]/g, "").replace("[iU]", "IU").replace("Cel", "°C").replaceAll("_", " ")}`;
  const number = value.value === undefined ? `${format(value.low ?? Number.NaN)} to ${format(value.high ?? Number.NaN)}` : format(value.value);
  const sign = value.op === "=" ? "" : `${{ "<": "<", "<=": "≤", ">": ">", ">=": "≥" }[value.op]} `;
  return `${sign}${number}${value.sd === undefined ? "" : ` ± ${format(value.sd)}`}${unit}`;
}

function format(number: number): string {
  return String(Number(number.toPrecision(4)));
}
