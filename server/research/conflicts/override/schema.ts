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
  /** Fingerprint of the side that stands; null unless the ruling is "winner". */
  winner: z.string().nullable(),
  sides: z.array(ruledSideSchema),
  reason: z.string(),
  /** Name of who ruled; null when the account is gone. */
  by: z.string().nullable(),
  at: z.iso.datetime(),
  /** It was made on an earlier edition and holds here too. */
  carried: z.boolean(),
});
export type Override = z.infer<typeof overrideSchema>;

/** What the ledger stores with an entry that was ruled on: the ruling by id, and what the strategy says. The reason stays with the ruling. */
export const storedOverrideSchema = z.object({
  id: z.string(),
  ruling: z.enum(rulings),
  instead: z.object({
    status: z.enum(["open", "resolved", "set_apart"]),
    winner: z.number().int().nonnegative().nullable(),
    rationale: z.string(),
  }),
});
export type StoredOverride = z.infer<typeof storedOverrideSchema>;
/** The ruling that stands over an entry of the ledger, as readers get it. */
export const appliedOverrideSchema = storedOverrideSchema.extend({
  by: z.string().nullable(),
  at: z.iso.datetime(),
  reason: z.string(),
  carried: z.boolean(),
});

/** Sent when somebody ruled on a conflict of an ended edition: what differs from the edition before is counted again. Holds ids only. */
export const conflictRuled = { name: "research/conflict.ruled", schema: z.object({ requestId: z.string() }) } as const;
