// A ruling by hand on a disagreement: which side stands, that it is none, or that it is open again, with the reason of whoever rules.
import { z } from "zod";

/** What a reader of the ledger takes in at a glance; a longer argument belongs into a document of its own. */
export const reasonLimit = 500;

export const rulings = ["winner", "set_apart", "open", "strategy"] as const;

export const overrideReasonSchema = z
  .string({ error: "Say why." })
  .trim()
  .min(1, "Say why: readers of the edition will see it.")
  .max(reasonLimit, `A reason has at most ${reasonLimit} characters.`);

/** A side as it stood when it was ruled on. */
export const ruledSideSchema = z.object({ fingerprint: z.string(), label: z.string() });
export type RuledSide = z.infer<typeof ruledSideSchema>;

export const overrideInputSchema = z
  .object({
    conflictId: z.string().max(40),
    /** strategy: back to what the category's strategy says. */
    ruling: z.enum(rulings),
    /** Index of the side that stands; for the ruling "winner" only. */
    side: z.number().int().nonnegative().nullable().default(null),
    reason: overrideReasonSchema,
    /** The ruling that the page showed; another one in force by now is not written over unseen. */
    seen: z.string().max(40).nullable().default(null),
  })
  .refine((input) => (input.ruling === "winner") === (input.side !== null), {
    error: "Choose which side stands.",
    path: ["side"],
  });
export type OverrideInput = z.infer<typeof overrideInputSchema>;

/** A ruling as it is read back. */
export const overrideSchema = z.object({
  id: z.string(),
  fingerprint: z.string(),
  attribute: z.string(),
  ruling: z.enum(rulings),
  /** Label of the side that stands. */
  winner: z.string().nullable(),
  sides: z.array(ruledSideSchema),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  /** It was made on an earlier edition and holds here too. */
  carried: z.boolean(),
});
export type Override = z.infer<typeof overrideSchema>;

/** The ruling that stands over an entry of the ledger, as the entry itself keeps it. */
export const appliedOverrideSchema = z.object({ id: z.string(), by: z.string(), at: z.iso.datetime(), reason: z.string() });
export type AppliedOverride = z.infer<typeof appliedOverrideSchema>;
