// What a model may propose, and why a proposal is not taken. The model points at words and says how it reads them; what is stored is what our own
// readers find at that place.
import { z } from "zod";

/** Every field is there and may be null, since strict response schemas know no optional ones. */
export const claimProposalSchema = z.object({
  passage: z.string(),
  quote: z.string(),
  attribute: z.string(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().nullable(),
  text: z.string().nullable(),
  polarity: z.enum(["affirmed", "denied"]),
});
export type ClaimProposal = z.infer<typeof claimProposalSchema>;
export const claimProposalsSchema = z.object({ claims: z.array(claimProposalSchema) });

export const dropReasons = [
  "unknown_passage",
  "unknown_fact",
  "quote_not_found",
  "instruction",
  "fact_not_named",
  "other_subject",
  "value_not_found",
  "unit_differs",
  "other_fact",
  "negation_differs",
  "arm_unclear",
  "duplicate",
  "too_many",
] as const;
export type DropReason = (typeof dropReasons)[number];
