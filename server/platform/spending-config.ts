// What may be spent, and how long an answer may stand for the same question.
import { z } from "zod";

const dollars = (fallback: number) => {
  const error = "must be a number of US dollars from 0 to 1000000";
  return z.coerce.number({ error }).min(0, error).max(1_000_000, error).default(fallback);
};

export const spendingVariables = {
  /** For each account and calendar month (UTC). */
  VARIORUM_MONTHLY_CAP_USD: dollars(150),
  /** Set aside for a call whose model has no known price. */
  VARIORUM_UNKNOWN_CALL_USD: dollars(0.25),
  /** Hours an engine's answer stands for the same question; 0: every question is asked anew. */
  VARIORUM_ANSWER_CACHE_HOURS: z.coerce
    .number({ error: "must be a number of hours from 0 to 8760" })
    .min(0, "must be a number of hours from 0 to 8760")
    .max(8760, "must be a number of hours from 0 to 8760")
    .default(24),
};
const environment = z.object(spendingVariables);

export function spendingSettings(env: z.infer<typeof environment>) {
  return {
    monthlyCapUsd: env.VARIORUM_MONTHLY_CAP_USD,
    unknownCallUsd: env.VARIORUM_UNKNOWN_CALL_USD,
    cacheMs: env.VARIORUM_ANSWER_CACHE_HOURS * 3_600_000,
  };
}
