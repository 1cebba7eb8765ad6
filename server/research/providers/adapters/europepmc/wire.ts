// What Europe PMC sends for resultType=core, as far as it is used. Records are parsed one by one, so that a broken one costs only itself.
import { z } from "zod";

const text = z.string().optional().catch(undefined);
export const searchSchema = z.object({
  hitCount: z.number().optional().catch(undefined),
  nextCursorMark: text,
  resultList: z.object({ result: z.array(z.unknown()) }),
});

export const articleSchema = z.object({
  id: z.string(),
  source: z.string(),
  pmid: text,
  pmcid: text,
  doi: text,
  title: text,
  abstractText: text,
  journalInfo: z
    .object({ journal: z.object({ title: text }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  bookOrReportDetails: z.object({ publisher: text }).optional().catch(undefined),
  pubYear: text,
  firstPublicationDate: text,
  pubTypeList: z
    .object({ pubType: z.array(z.string()) })
    .optional()
    .catch(undefined),
  isOpenAccess: text,
  license: text,
  commentCorrectionList: z
    .object({ commentCorrection: z.array(z.object({ type: text, id: text, reference: text })) })
    .optional()
    .catch(undefined),
});
export type Article = z.infer<typeof articleSchema>;
