// What the child tells the parent: one JSON object on standard output.
import { z } from "zod";

export const extractedSchema = z.object({
  ok: z.literal(true),
  text: z.string(),
  /** Offset of each page's first character; null where pages do not exist. */
  pageStarts: z.array(z.number().int().nonnegative()).nullable(),
  /** Offsets of lines that are headings by their markup or size; null: to be told from the text. */
  headings: z.array(z.number().int().nonnegative()).nullable(),
  /** Title by markup or document properties. */
  title: z.string().nullable(),
  /** Metadata that the file states (front matter keys). */
  stated: z.record(z.string(), z.string()),
  /** Metadata read off the markup: less sure than stated, surer than a guess. */
  found: z.record(z.string(), z.string()),
  warnings: z.array(z.string()),
});
export type Extracted = z.infer<typeof extractedSchema>;

export const refusedSchema = z.object({ ok: z.literal(false), reason: z.string().min(1) });
export const outcomeSchema = z.discriminatedUnion("ok", [extractedSchema, refusedSchema]);
export type ExtractOutcome = z.infer<typeof outcomeSchema>;
