// How often something is done: "twice daily", "two times a day" and "every 12 hours" are one schedule, counted in times per day.
import { cardinals } from "./number-words";
import type { Token } from "./tokens";
import type { Unit } from "./units";

export type Schedule = { value: number; from: number; to: number };

export const scheduleUnit: Unit = { dimension: "schedule", factor: 1, surface: "per day" };

const daysOf: ReadonlyMap<string, number> = new Map([
  ...["hour", "hours", "hourly"].map((word) => [word, 1 / 24] as const),
  ...["day", "days", "daily"].map((word) => [word, 1] as const),
  ...["week", "weeks", "weekly"].map((word) => [word, 7] as const),
  ...["month", "months", "monthly"].map((word) => [word, 30.4375] as const),
  ...["year", "years", "yearly", "annually"].map((word) => [word, 365.25] as const),
]);
const each = /^(?:a|an|per|each|every)$/;

/** The schedule that a number at token `at` tells, or null. */
export function readSchedule(tokens: readonly Token[], at: number): Schedule | null {
  const word = tokens[at]?.lower ?? "";
  const count = word === "once" ? 1 : (cardinals.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined));
  if (count === undefined || count === 0) return null;
  const next = tokens[at + 1]?.lower ?? "";
  if (/^(?:every|each|q)$/.test(tokens[at - 1]?.lower ?? "") && word !== "once" && word !== "twice") {
    const period = daysOf.get(next);
    return period === undefined || /ly$/.test(next) ? null : { value: rounded(1 / (count * period)), from: at - 1, to: at + 2 };
  }
  const behind = word === "once" || word === "twice" ? at + 1 : next === "times" ? at + 2 : -1;
  if (behind < 0) return null;
  const [first, second] = [tokens[behind]?.lower ?? "", tokens[behind + 1]?.lower ?? ""];
  if (/(?:ly|daily)$/.test(first)) {
    const period = daysOf.get(first);
    return period === undefined ? null : { value: rounded(count / period), from: at, to: behind + 1 };
  }
  const period = each.test(first) ? daysOf.get(second) : undefined;
  return period === undefined ? null : { value: rounded(count / period), from: at, to: behind + 2 };
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
