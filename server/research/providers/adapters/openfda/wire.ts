// What openFDA sends, as far as it is used. Unknown fields are ignored, broken records are dropped one by one.
import { z } from "zod";

/** openFDA writes most strings as lists, some as single strings, by endpoint and year. */
const texts = z
  .union([z.array(z.string()), z.string().transform((text) => [text])])
  .optional()
  .catch(undefined)
  .transform((list) => list ?? []);

const harmonised = z.object({
  generic_name: texts,
  brand_name: texts,
  substance_name: texts,
  manufacturer_name: texts,
  application_number: texts,
  route: texts,
});
const noNames = harmonised.parse({});

/** A label record: besides these, every field that is a list of strings is a section. */
export const labelSchema = z.looseObject({
  set_id: z.string().regex(/^[0-9a-f-]{36}$/i),
  effective_time: z.string().optional().catch(undefined),
  openfda: harmonised.catch(noNames).default(noNames),
});
export type Label = z.infer<typeof labelSchema>;

const productSchema = z.object({
  brand_name: z.string().optional(),
  active_ingredients: z.array(z.object({ name: z.string(), strength: z.string().optional() })).catch([]),
  dosage_form: z.string().optional(),
  route: z.string().optional(),
  marketing_status: z.string().optional(),
});
const submissionSchema = z.object({
  submission_type: z.string(),
  submission_number: z.string().optional(),
  submission_status: z.string().optional(),
  submission_status_date: z.string().optional(),
});
export const applicationSchema = z.object({
  application_number: z.string().regex(/^(?:NDA|ANDA|BLA)\d{5,6}$/),
  sponsor_name: z.string().optional(),
  products: z.array(productSchema).catch([]).default([]),
  submissions: z.array(submissionSchema).catch([]).default([]),
});
export type Application = z.infer<typeof applicationSchema>;

/** One page of results; the records are parsed one by one. */
export const pageSchema = z.object({ results: z.array(z.unknown()) });
/** What comes with a status that is no success. */
export const failureSchema = z.object({ error: z.object({ code: z.string() }) });

/** The records of a page that have the shape, and how many have not. */
export function readRecords<T>(page: z.infer<typeof pageSchema>, schema: z.ZodType<T>): { records: T[]; broken: number } {
  const records = page.results.flatMap((result) => {
    const parsed = schema.safeParse(result);
    return parsed.success ? [parsed.data] : [];
  });
  return { records, broken: page.results.length - records.length };
}

/** ISO date of openFDA's YYYYMMDD; null for anything else. */
export function isoDate(compact: string | undefined): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(compact ?? "");
  if (!match) return null;
  const [, year = "", month = "", day = ""] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const iso = `${year}-${month}-${day}`;
  return date.toISOString().startsWith(iso) ? iso : null;
}
