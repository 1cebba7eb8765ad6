// Arcs of the confidence ring: a signal's arc is as long as its weight, its inked part as long as its value.
import type { Signal } from "@/server/research/scoring/schema";

export type RingArc = { readonly name: string; readonly bed: string; readonly ink: string | null };

const centre = 22;
const radius = 18;
/** Degrees left open at each end of an arc. */
const gap = 2.16;

/** The signals that give points; their weights add up to 100, and those behind them deduct, whether they do so now or not. */
export const givingSignals = <S extends Pick<Signal, "weight" | "value">>(signals: readonly S[]): S[] => {
  let sum = 0;
  return signals.filter((signal) => {
    if (signal.weight <= 0 || signal.value < 0 || sum >= 100) return false;
    sum += signal.weight;
    return true;
  });
};

/** SVG paths in a 44 by 44 box, clockwise from the top. Deductions have no arc: they shorten no other signal. */
export const ringArcs = (signals: readonly Pick<Signal, "name" | "weight" | "value">[]): RingArc[] => {
  const given = givingSignals(signals);
  const total = given.reduce((sum, signal) => sum + signal.weight, 0);
  let at = 0;
  return given.map((signal) => {
    const span = (signal.weight / total) * 360;
    const from = at + Math.min(gap, span / 4);
    const to = at + span - Math.min(gap, span / 4);
    at += span;
    const value = Math.min(1, signal.value);
    return { name: signal.name, bed: arc(from, to), ink: value > 0 ? arc(from, from + (to - from) * value) : null };
  });
};

const point = (degrees: number): string => {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return `${(centre + radius * Math.cos(angle)).toFixed(2)} ${(centre + radius * Math.sin(angle)).toFixed(2)}`;
};

const arc = (from: number, to: number): string => `M${point(from)}A${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${point(to)}`;
