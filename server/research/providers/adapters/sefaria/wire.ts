// What Sefaria sends, as far as it is used. A text is a string, or lists of strings as deep as the work is divided.
import { z } from "zod";

const text = z.string().optional().catch(undefined);
export type NestedText = string | readonly NestedText[];
const nestedSchema: z.ZodType<NestedText> = z.lazy(() => z.union([z.string(), z.array(nestedSchema)]));

export const versionSchema = z.object({
  versionTitle: z.string(),
  language: text,
  actualLanguage: text,
  languageFamilyName: text,
  license: text,
  isSource: z.boolean().optional().catch(undefined),
  text: nestedSchema,
});
export type Version = z.infer<typeof versionSchema>;
export const textsSchema = z.object({ ref: z.string(), book: text, versions: z.array(z.unknown()) });
/** How it says that it has no such text, with status 400 or 404. */
export const refusalSchema = z.object({ error: z.string() });
export const linkSchema = z.object({ ref: z.string(), category: z.string(), type: text, index_title: text });
export type Link = z.infer<typeof linkSchema>;
export const relatedSchema = z.object({ links: z.array(z.unknown()) });
