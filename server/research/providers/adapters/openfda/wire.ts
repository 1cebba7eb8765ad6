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
/** Names by which records of all endpoints can be searched; absent where the agency could not match the record. */
export const harmonisedSchema = harmonised.catch(noNames).default(noNames);

/** A label record: besides these, every field that is a list of strings is a section. */
export const labelSchema = z.looseObject({
  set_id: z.string().regex(/^[0-9a-f-]{36}$/i),
  effective_time: z.string().optional().catch(undefined),
  openfda: harmonisedSchema,
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
export const pageSchema = z.object({
  results: z.array(z.unknown()),
  meta: z
    .object({ last_updated: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
/** What comes with a status that is no success. */
export const failureSchema = z.object({ error: z.object({ code: z.string() }) });
