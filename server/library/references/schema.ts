// A reference is a place that a text points at: scripture, an article, a trial, a law, a classical work. Offsets are UTF-16 units of the original text.
import { z } from "zod";

export const referenceKinds = ["scripture", "doi", "pmid", "pmcid", "nct", "isrctn", "eudract", "setid", "law", "classical"] as const;

export const referenceSchema = z.object({
  kind: z.enum(referenceKinds),
  /** Canonical form: OSIS for scripture, the bare identifier for articles and trials, the usual citation for laws and classical works. */
  value: z.string().min(1).max(200),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});
export type Reference = z.infer<typeof referenceSchema>;

export const versifications = ["english", "hebrew", "greek", "vulgate"] as const;
/** Which tradition numbers the verses. English is what most modern translations print; greek and vulgate share the numbers of the Psalms. */
export type Versification = (typeof versifications)[number];
