// Times as the SDK writes them: "1w2d3h4m5s", or an instant in ISO 8601.
const unitMs: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/** Milliseconds of a duration; null when it is none. The empty text is a duration of 0. */
export function durationMs(text: string): number | null {
  if (!/^(\d+[wdhms])*$/.test(text)) return null;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+)([wdhms])/g)) total += Number(amount) * (unitMs[unit ?? ""] ?? 0);
  return total;
}

/** When a duration from `now`, or an instant, is reached; null when the text is neither. */
export function reachedAt(text: string, now: Date): Date | null {
  const ms = durationMs(text);
  if (ms !== null) return new Date(now.getTime() + ms);
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
