// What a claim's value looks like on an axis. Numbers keep their unit; dates become milliseconds since 1970, UTC.
import type { ClaimValue } from "@/server/research/claims/schema";

/** A point; an interval (with its middle when one is stated); or a limit that is open on one side. */
export type Extent =
  | { readonly kind: "point"; readonly at: number }
  | { readonly kind: "interval"; readonly low: number; readonly high: number; readonly middle?: number }
  | { readonly kind: "limit"; readonly at: number; readonly open: "below" | "above" };

const day = 86_400_000;

/** Null for what has no place on an axis: yes and no, and terms. */
export const extentOf = (value: ClaimValue): Extent | null => {
  if (value.kind === "date") {
    const low = Date.parse(`${value.earliest}T00:00:00Z`);
    const high = Date.parse(`${value.latest}T00:00:00Z`);
    return low === high ? { kind: "point", at: low } : { kind: "interval", low, high: high + day };
  }
  if (value.kind !== "quantity") return null;
  if (value.low !== undefined && value.high !== undefined) return { kind: "interval", low: value.low, high: value.high };
  const at = value.value ?? value.low ?? value.high;
  if (at === undefined) return null;
  if (value.op === "<" || value.op === "<=" || (value.value === undefined && value.high !== undefined)) return { kind: "limit", at, open: "below" };
  if (value.op === ">" || value.op === ">=" || value.value === undefined) return { kind: "limit", at, open: "above" };
  if (value.sd !== undefined) return { kind: "interval", low: at - value.sd, high: at + value.sd, middle: at };
  return { kind: "point", at };
};

/** The numbers an axis must cover so that the extent fits. */
export const extentEnds = (extent: Extent): number[] => (extent.kind === "interval" ? [extent.low, extent.high] : [extent.at]);
