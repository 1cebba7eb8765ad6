// When a source is looked at again: soon where the last look could not tell, rarely where it is old and stood every time.
import type { Judgement } from "../../snapshots/schema";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Waits after looks in a row that could not tell. */
const retries = [hourMs / 6, 2 * hourMs, dayMs, 7 * dayMs] as const;
/** A source that was met longer ago than this is looked at a third as often. */
const oldDays = 180;

export type LookOutcome = {
  /** Null where there was no page to look at. */
  readonly page: Judgement["state"] | null;
  /** Null where no register keeps it. */
  readonly register: "found" | "registered" | "absent" | "unknown" | null;
};

/** Whether a look could tell what there was to tell. */
export function couldTell({ page, register }: LookOutcome): boolean {
  return page !== "unknown" && page !== "not_checked" && register !== "unknown";
}

/** Milliseconds until the next look. `attempts`: looks in a row that could not tell, this one included. `everyDays`: for sources in order. */
export function nextLookMs(outcome: LookOutcome, attempts: number, { ageDays, everyDays }: { ageDays: number; everyDays: number }): number {
  const usual = everyDays * dayMs * (ageDays > oldDays ? 3 : 1);
  if (couldTell(outcome)) return usual;
  return Math.min(usual, retries[Math.min(attempts, retries.length) - 1] ?? hourMs);
}
