// What Crossref sends about a work, as far as it is used.
import { z } from "zod";

const text = z.string().optional().catch(undefined);
const texts = z
  .array(z.string())
  .optional()
  .catch(undefined)
  .transform((list) => list ?? []);
const dateSchema = z
  .object({ "date-parts": z.array(z.array(z.number().nullable())) })
  .optional()
  .catch(undefined);
export type CrossrefDate = z.infer<typeof dateSchema>;
const updateSchema = z.object({ type: text, DOI: text, updated: dateSchema });

export const workSchema = z.object({
  DOI: z.string(),
  title: texts,
  type: text,
  abstract: text,
  "container-title": texts,
  publisher: text,
  published: dateSchema,
  issued: dateSchema,
  license: z
    .array(z.object({ URL: text }))
    .optional()
    .catch(undefined),
  /** Notices on this work. `update-to` stands on the notice and points the other way. */
  "updated-by": z.array(updateSchema).optional().catch(undefined),
  "update-to": z.array(updateSchema).optional().catch(undefined),
});
export type Work = z.infer<typeof workSchema>;
export const worksSchema = z.object({ message: z.object({ items: z.array(z.unknown()) }) });
