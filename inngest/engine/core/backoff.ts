const minute = 60_000;
/** Delay before the first, second, ... retry; later ones wait as long as the last. */
const delaysMs = [15_000, 30_000, minute, 2 * minute, 5 * minute, 10 * minute, 20 * minute, 40 * minute, 60 * minute, 120 * minute];

/** Milliseconds to wait after `attempt` (from 0) failed. Jitter of a tenth either way keeps failures from returning together. */
export function backoffMs(attempt: number, random: () => number): number {
  const base = delaysMs[Math.min(attempt, delaysMs.length - 1)] ?? minute;
  return Math.round(base * (0.9 + random() * 0.2));
}

/** Milliseconds asked for by a `retry-after` header (seconds, or an instant); null when it asks for nothing sensible. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1000 : null;
  const instant = new Date(header).getTime();
  return Number.isNaN(instant) ? null : Math.max(0, instant - now.getTime());
}
