// The verification ladder: seven rungs, each stored on its own.
import { z } from "zod";

export const rungs = ["syntactic", "resolved", "identified", "alive", "not_retracted", "quote_anchored", "supports"] as const;
export const rungSchema = z.enum(rungs);
export type Rung = z.infer<typeof rungSchema>;

/** passed, failed; unknown: tried and could not be told; not_reached: not tried. */
export const rungStateSchema = z.enum(["passed", "failed", "unknown", "not_reached"]);
export type RungState = z.infer<typeof rungStateSchema>;

export const rungResultSchema = z.object({
  rung: rungSchema,
  state: rungStateSchema,
  method: z.string(),
  reason: z.string(),
  at: z.iso.datetime().nullable(),
});
export type RungResult = z.infer<typeof rungResultSchema>;

export const verificationOutcomeSchema = z.enum(["verified", "unsupported", "contradicted", "dead", "blocked", "retracted", "unverifiable"]);
export type VerificationOutcome = z.infer<typeof verificationOutcomeSchema>;
