// Calendar arithmetic on proleptic Gregorian dates as ISO strings; pure, without a clock or a time zone.
import type { DateValue } from "../schema";

export type Span = Omit<DateValue, "kind">;

const monthStarts = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** 1 to 12, or NaN. */
export function monthOf(name: string | undefined): number {
  const index = monthStarts.indexOf((name ?? "").slice(0, 3).toLowerCase());
  return index < 0 ? Number.NaN : index + 1;
}

/** One day, or null when the calendar has no such day. */
export function daysOf(year: number, month: number, day: number): Span | null {
  if (!isMonth(year, month) || day < 1 || day > lengthOfMonth(year, month)) return null;
  const date = iso(year, month, day);
  return { earliest: date, latest: date, precision: "day" };
}

/** From the first day of one month to the last of another. */
export function span(fromYear: number, fromMonth: number, toYear: number, toMonth: number, precision: Span["precision"]): Span | null {
  if (!isMonth(fromYear, fromMonth) || !isMonth(toYear, toMonth) || toYear * 12 + toMonth < fromYear * 12 + fromMonth) return null;
  return { earliest: iso(fromYear, fromMonth, 1), latest: iso(toYear, toMonth, lengthOfMonth(toYear, toMonth)), precision };
}

export function spanOfQuarter(year: number, quarter: number): Span | null {
  return span(year, quarter * 3 - 2, year, quarter * 3, "quarter");
}

function isMonth(year: number, month: number): boolean {
  return Number.isInteger(year) && year >= 1 && year <= 2999 && Number.isInteger(month) && month >= 1 && month <= 12;
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
