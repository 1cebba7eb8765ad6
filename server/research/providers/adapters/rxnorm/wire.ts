// What RxNorm sends, as far as it is used. Groups without concepts lack the list altogether.
import { z } from "zod";

const identifier = z.union([z.string(), z.number()]).transform(String);
const conceptSchema = z.object({ rxcui: identifier, name: z.string(), tty: z.string() });

export const idsSchema = z.object({ idGroup: z.object({ rxnormId: z.array(identifier).optional() }) });
export const approximateSchema = z.object({
  approximateGroup: z.object({ candidate: z.array(z.object({ name: z.string().optional(), score: z.coerce.number().catch(0) })).optional() }),
});
export const propertiesSchema = z.object({ properties: conceptSchema });
const groupsSchema = z.object({
  conceptGroup: z.array(z.object({ tty: z.string(), conceptProperties: z.array(conceptSchema).optional().catch(undefined) })).optional(),
});
export const relatedSchema = z.object({ allRelatedGroup: groupsSchema });
export const relatedByTypeSchema = z.object({ relatedGroup: groupsSchema });
export type Related = z.infer<typeof relatedSchema>;
export const codesSchema = z.object({
  propConceptGroup: z
    .object({ propConcept: z.array(z.object({ propName: z.string(), propValue: z.string() })).optional() })
    .nullable()
    .optional(),
});
