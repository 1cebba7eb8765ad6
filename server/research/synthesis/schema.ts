// Sentences of a category's text, each with the passages it stands on, and the sentences the gate kept out.
import { z } from "zod";

/** `quote` is `text.slice(start, end)` of a stored text of the source, offsets in UTF-16 units. */
export const citationSchema = z.object({
  sourceId: z.string(),
  quote: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  page: z.number().int().positive().nullable(),
  /** Hash of the stored text that `start` and `end` count in; unset: the source's own. */
  textHash: z.string().optional(),
});
export type Citation = z.infer<typeof citationSchema>;

export const gateVerdictSchema = z.object({
  publish: z.boolean(),
  verbatim: z.boolean(),
  score: z.number().min(0).max(1),
  recall: z.number().min(0).max(1),
  /** Blocking reasons and warnings: rule, plain sentence, clashing words of both sides. */
  findings: z.array(
    z.object({
      rule: z.string(),
      blocking: z.boolean(),
      reason: z.string(),
      sentenceWords: z.string(),
      passageWords: z.string(),
    }),
  ),
});
export type GateVerdict = z.infer<typeof gateVerdictSchema>;

export const draftedSentenceSchema = z.object({
  text: z.string().min(1),
  section: z.string().nullable(),
  citations: z.array(citationSchema).min(1),
});
export type DraftedSentence = z.infer<typeof draftedSentenceSchema>;
