// From counts to values between 0 and 1. Each grows with its count and never falls when more evidence is added.
import type { Score, Signal } from "../schema";

/** 0 for nothing, one half at `half`, towards 1 for many. */
export function saturating(count: number, half: number): number {
  return 1 - 2 ** (-count / half);
}

/** Count over what is needed, at most 1. */
export function filled(count: number, needed: number): number {
  return Math.min(1, count / needed);
}

/** 1 for tier 1, 0.1 for tier 10. */
export function tierValue(tier: number): number {
  return (11 - tier) / 10;
}

/** 1 up to `freshDays`, falling evenly to 0 at twice that; 0 without a date. */
export function freshness(ageDays: number | null, freshDays: number): number {
  return ageDays === null ? 0 : Math.min(1, Math.max(0, 2 - ageDays / freshDays));
}

/** Mean of the `needed` largest; what is missing counts as 0. */
export function meanOfBest(values: readonly number[], needed: number): number {
  const best = [...values].sort((a, b) => b - a).slice(0, needed);
  return best.reduce((sum, value) => sum + value, 0) / needed;
}

export function signal(name: string, weight: number, value: number, explanation: string): Signal {
  return { name, weight, value, points: weight * value, explanation };
}

/** Sum of the points, whole, between 0 and 100. */
export function scoreOf(signals: readonly Signal[]): Score {
  const sum = signals.reduce((total, { points }) => total + points, 0);
  // Rounded in two steps, so that the order of adding cannot tip a half.
  return { value: Math.min(100, Math.max(0, Math.round(Number(sum.toFixed(6))))), signals: [...signals] };
}

/** "1 source", "2 sources". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
