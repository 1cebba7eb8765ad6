// What two comparable claims can be to each other, and what became of a disagreement.
import { z } from "zod";
import { comparabilityKeySchema, conflictStrategySchema } from "../categories/schema";
import { appliedOverrideSchema, type StoredOverride } from "./override/schema";

export const verdicts = ["agree", "rounding", "minor", "conflict", "unit_slip", "not_comparable", "jurisdiction_difference"] as const;

/** The relation of two claims about one attribute. `ratio` is larger over smaller, in the fact's unit. */
export const comparisonSchema = z.object({
  verdict: z.enum(verdicts),
  /** Keys stated on both sides and different, or stated on one side only where the values differ. */
  differing: z.array(comparabilityKeySchema).default([]),
  unstated: z.array(comparabilityKeySchema).default([]),
  ratio: z.number().optional(),
  /** One plain sentence. */
  reason: z.string(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const conflictKinds = [
  "value",
  "unit_slip",
  "date",
  "status",
  "polarity",
  "set",
  "jurisdiction_difference",
  "not_comparable",
  "interpretive",
] as const;
export const severities = ["none", "minor", "major", "critical"] as const;

/** One side of a disagreement: claims that say the same, in the page's words. */
export const conflictSideSchema = z.object({
  claimIds: z.array(z.string()).min(1),
  sourceIds: z.array(z.string()).min(1),
  /** The value as shown, with its unit and its qualifiers. */
  label: z.string(),
});
export const conflictSchema = z.object({
  id: z.string(),
  attribute: z.string(),
  kind: z.enum(conflictKinds),
  severity: z.enum(severities),
  /** open: disagrees, not decided. resolved: decided by the strategy. set_apart: not a conflict (not comparable, by jurisdiction). */
  status: z.enum(["open", "resolved", "set_apart"]),
  strategy: conflictStrategySchema,
  sides: z.array(conflictSideSchema).min(2),
  /** Index into `sides`; null while open or set apart. */
  winner: z.number().int().nonnegative().nullable(),
  /** One plain sentence: what differs. */
  statement: z.string(),
  /** Why it ended as it did: the rule by name and what it weighed. */
  rationale: z.string(),
  differing: z.array(comparabilityKeySchema).default([]),
  unstated: z.array(comparabilityKeySchema).default([]),
  /** The ruling by hand that stands above the strategy. */
  override: appliedOverrideSchema.optional(),
});
export type Conflict = z.infer<typeof conflictSchema>;
/** An entry as it is stored: of a ruling by hand it keeps the id and what the strategy would have it, never the reason. */
export type DetectedConflict = Omit<Conflict, "id" | "override"> & { readonly override?: StoredOverride | undefined };
