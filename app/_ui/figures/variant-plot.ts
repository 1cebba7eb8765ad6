// The variant plot: the value of every source for one fact on one axis, in per cent of its width.
import { type Axis, dateAxis, numberAxis, position } from "./axis";
import { type Extent, extentEnds } from "./extent";

/** What a value is to the outcome. copy: repeats another source and has no voice of its own. */
export type VariantRole = "agrees" | "against" | "open" | "apart" | "plain";

export type VariantShape =
  | { readonly kind: "dot" | "diamond" | "square"; readonly at: number }
  /** A bar with a cap at each closed end, and a dot where a middle is stated. */
  | {
      readonly kind: "bar";
      readonly from: number;
      readonly to: number;
      readonly capFrom: boolean;
      readonly capTo: boolean;
      readonly middle: number | null;
    };

export type VariantScale = { readonly ticks: readonly { readonly at: number; readonly label: string }[]; readonly axis: Axis };

/** One axis for all extents; ticks in per cent. */
export const variantScale = (extents: readonly Extent[], kind: "number" | "date"): VariantScale => {
  const ends = extents.flatMap(extentEnds);
  const axis = kind === "date" ? dateAxis(ends) : numberAxis(ends);
  return { axis, ticks: axis.ticks.map((tick) => ({ at: position(axis, tick.value), label: tick.label })) };
};

/** The drawing of one value. A point is a dot, against the outcome a diamond, set apart a square. */
export const variantShape = (axis: Axis, extent: Extent, role: VariantRole): VariantShape => {
  if (extent.kind === "point") return { kind: role === "against" ? "diamond" : role === "apart" ? "square" : "dot", at: position(axis, extent.at) };
  if (extent.kind === "limit") {
    const at = position(axis, extent.at);
    return extent.open === "below"
      ? { kind: "bar", from: 0, to: at, capFrom: false, capTo: true, middle: null }
      : { kind: "bar", from: at, to: 100, capFrom: true, capTo: false, middle: null };
  }
  const middle = extent.middle === undefined ? null : position(axis, extent.middle);
  return { kind: "bar", from: position(axis, extent.low), to: position(axis, extent.high), capFrom: true, capTo: true, middle };
};
