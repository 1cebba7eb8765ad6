// A claim is a typed statement in a source together with the exact words that make it.
import { z } from "zod";
import { comparabilityKeySchema } from "../categories/schema";

export const comparators = ["=", "<", "<=", ">", ">="] as const;

/** A number with its unit, as stated. Either `value`, or `low` and `high`. `unit` is a UCUM code, "1" for pure numbers. */
export const quantityValueSchema = z.object({
  kind: z.literal("quantity"),
  value: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  op: z.enum(comparators).default("="),
  approx: z.boolean().default(false),
  sd: z.number().optional(),
  unit: z.string(),
  unitAssumed: z.boolean().default(false),
  /** Outside the range that the fact takes for plausible: kept, and to be shown as doubtful. */
  implausible: z.literal(true).optional(),
});
/** An interval of days, both ends inclusive, as ISO dates; `alternative` is the other reading of an ambiguous date. */
export const dateValueSchema = z.object({
  kind: z.literal("date"),
  earliest: z.iso.date(),
  latest: z.iso.date(),
  precision: z.enum(["day", "month", "quarter", "year"]),
  alternative: z.object({ earliest: z.iso.date(), latest: z.iso.date() }).optional(),
});
export const booleanValueSchema = z.object({ kind: z.literal("boolean"), value: z.boolean() });
/** A member of a vocabulary, an identifier or a reference, in canonical form. */
export const termValueSchema = z.object({ kind: z.literal("term"), value: z.string().min(1) });
export const claimValueSchema = z.discriminatedUnion("kind", [quantityValueSchema, dateValueSchema, booleanValueSchema, termValueSchema]);
export type ClaimValue = z.infer<typeof claimValueSchema>;
export type QuantityValue = z.infer<typeof quantityValueSchema>;
export type DateValue = z.infer<typeof dateValueSchema>;

export const qualifiersSchema = z.partialRecord(comparabilityKeySchema, z.string());
export type Qualifiers = z.infer<typeof qualifiersSchema>;

export const extractors = ["rule", "api", "model"] as const;

/** A claim as extracted, before it has an id. `start` and `end` are UTF-16 offsets of `quote` in the source's text. */
export const extractedClaimSchema = z.object({
  attribute: z.string(),
  value: claimValueSchema,
  qualifiers: qualifiersSchema,
  polarity: z.enum(["affirmed", "denied"]),
  hedged: z.boolean(),
  /** The words of the value alone, as written. */
  raw: z.string(),
  /** The sentence the claim stands in. */
  quote: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  extractor: z.enum(extractors),
});
export type ExtractedClaim = z.infer<typeof extractedClaimSchema>;

/** A stored claim. */
export const claimSchema = extractedClaimSchema.extend({
  id: z.string(),
  sourceId: z.string(),
  page: z.number().int().positive().nullable(),
  /** Hash of the stored text that `start` and `end` count in; unset: the source's own. */
  textHash: z.string().optional(),
});
export type Claim = z.infer<typeof claimSchema>;
