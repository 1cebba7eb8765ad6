// A watch asks a subject again on a schedule; its account is told when an answer changed, and only then.
import { z } from "zod";
import { changeCountsSchema } from "../editions/changes/schema";

export const intervals = ["daily", "weekly", "monthly"] as const;
export const intervalSchema = z.enum(intervals, { error: "Choose how often: daily, weekly or monthly." });
export type Interval = z.infer<typeof intervalSchema>;

/** Each may cost what its request may: more than this nobody reads. */
export const mostWatches = 20;

/** As much as a request may have. */
export const monthlyCapSchema = z
  .number()
  .min(0, "A cap is a number of dollars from 0 to 1,000.")
  .max(1000, "A cap is a number of dollars from 0 to 1,000.");

export const watchStateSchema = z.enum(["active", "paused", "stopped"]);
export const watchActionSchema = z.enum(["pause", "resume", "stop"]);

export const watchSchema = z.object({
  id: z.string(),
  /** The newest edition of its series. */
  requestId: z.string(),
  subject: z.string(),
  packName: z.string(),
  interval: intervalSchema,
  state: watchStateSchema,
  capUsd: z.number(),
  /** What all runs may spend in a calendar month (UTC), and have spent in this one; null where only the caps of run and account hold. */
  month: z.object({ capUsd: z.number(), usd: z.number() }).nullable(),
  nextAt: z.iso.datetime().nullable(),
  /** Why it was paused or stopped where nobody did it by hand, or why its last time was left out. */
  note: z.string().nullable(),
  since: z.iso.datetime(),
  runs: z.number().int(),
  told: z.number().int(),
});
export type Watch = z.infer<typeof watchSchema>;

export const noticeSchema = z.object({
  id: z.string(),
  requestId: z.string(),
  previousId: z.string().nullable(),
  subject: z.string(),
  packName: z.string(),
  counts: changeCountsSchema,
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Sent when a watched subject has another answer than in the edition before. Holds ids only. */
export const answerChanged = {
  name: "research/answer.changed",
  schema: z.object({ requestId: z.string(), watchId: z.string(), noticeId: z.string() }),
} as const;
