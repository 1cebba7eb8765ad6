// What became different between two editions of one subject, field by field, and why.
import { z } from "zod";

/** In the order in which they are tried: what remains is the method, or that the same sources were asked and answered otherwise. */
export const causes = [
  "retraction",
  "source_changed",
  "override",
  "new_source",
  "provider_failed",
  "source_lost",
  "method_changed",
  "time_passed",
  "answered_otherwise",
] as const;
export const causeSchema = z.enum(causes);
export type Cause = z.infer<typeof causeSchema>;

export const changeKinds = ["value", "conflict", "sentence", "source", "confidence", "outcome"] as const;

/** One side of a change: printed values with the numbers of the sources that state them, in that edition's own numbering. */
const readingSchema = z.object({
  text: z.string(),
  sources: z.array(z.number().int()),
  /** State of a conflict, or how a sentence came to its place. */
  note: z.string().nullable(),
});
export type Reading = z.infer<typeof readingSchema>;

export const changeSchema = z.object({
  kind: z.enum(changeKinds),
  /** Slug of the category; null for sources, which belong to the whole edition. */
  category: z.string().nullable(),
  /** Names the field within its kind and category, the same in every edition. */
  field: z.string(),
  label: z.string(),
  /** Null: it was not there. */
  before: readingSchema.nullable(),
  after: readingSchema.nullable(),
  cause: causeSchema,
  /** One sentence: what is known of the cause. */
  because: z.string(),
  /** Scores, before and after, where the change is one of confidence. */
  score: z
    .object({ before: z.number().nullable(), after: z.number().nullable(), signals: z.array(z.object({ name: z.string(), points: z.number() })) })
    .optional(),
});
export type Change = z.infer<typeof changeSchema>;

export const changesSchema = z.object({
  changes: z.array(changeSchema),
  /** How many fields were compared, changed ones included. */
  compared: z.number().int(),
  /** Categories that could not be compared, with the reason. */
  notCompared: z.array(z.object({ category: z.string(), name: z.string(), reason: z.string() })),
});
export type Changes = z.infer<typeof changesSchema>;

/** Changed fields by kind and by cause: all that a notice holds. */
export const changeCountsSchema = z.object({
  fields: z.number().int(),
  compared: z.number().int(),
  byKind: z.partialRecord(z.enum(changeKinds), z.number().int()),
  byCause: z.partialRecord(causeSchema, z.number().int()),
});
export type ChangeCounts = z.infer<typeof changeCountsSchema>;

/** One edition of a series, for the line of its runs. */
export const seriesEntrySchema = z.object({
  id: z.string(),
  status: z.enum(["pending", "processing", "completed", "partial_failure", "failed", "cancelled"]),
  at: z.iso.datetime(),
  packVersion: z.number().int(),
  programVersion: z.string().nullable(),
  /** Against the edition before it, counted when it had ended. */
  counts: changeCountsSchema.nullable(),
});
export type SeriesEntry = z.infer<typeof seriesEntrySchema>;

/** The comparison of an edition with an earlier one. */
export const comparisonOfEditionsSchema = changesSchema.extend({
  /** Every edition of the series, oldest first, those under way included. */
  series: z.array(seriesEntrySchema),
  /** Null where the series has no other edition to compare with. */
  before: z.string().nullable(),
  after: z.string(),
  counts: changeCountsSchema,
  /** The edition is the reader's own: only its owner runs it again or watches it. */
  own: z.boolean(),
});
export type EditionComparison = z.infer<typeof comparisonOfEditionsSchema>;
