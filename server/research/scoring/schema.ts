// Scores are sums of named signals; weights are data and are shown with the score.
import { z } from "zod";

export const signalSchema = z.object({
  name: z.string(),
  /** Points this signal can give. */
  weight: z.number(),
  /** 0 to 1; negative for a deduction. */
  value: z.number(),
  /** weight times value. */
  points: z.number(),
  /** What was counted, in words. */
  explanation: z.string(),
});
export const scoreSchema = z.object({
  /** 0 to 100, whole. */
  value: z.number().int().min(0).max(100),
  signals: z.array(signalSchema),
});
export type Score = z.infer<typeof scoreSchema>;
export type Signal = z.infer<typeof signalSchema>;
