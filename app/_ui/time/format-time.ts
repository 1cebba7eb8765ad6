// Times as words. Everything is UTC and in one language, so that server and browser print the same characters.

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const two = (value: number): string => String(value).padStart(2, "0");
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

export const timestampForms = ["date", "time", "clock", "datetime"] as const;
export type TimestampForm = (typeof timestampForms)[number];

/** "20 November 2026", "14:02 UTC", "14:02:11" or "20 November 2026, 14:02 UTC". */
export const formatTimestamp = (iso: string, form: TimestampForm): string => {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const date = `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  if (form === "date") return date;
  if (form === "clock") return `${time}:${two(at.getUTCSeconds())}`;
  return form === "time" ? `${time}\u00a0UTC` : `${date}, ${time}\u00a0UTC`;
};

/** A date as precise as it is stated: "2018", "April 2018" or "3 April 2018"; anything else as it stands. */
export const formatPartialDate = (stated: string): string => {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(stated);
  if (!parts) return stated;
  const [, year, month, dayOfMonth] = parts;
  if (month === undefined) return year ?? stated;
  const name = months[Number(month) - 1];
  if (name === undefined) return stated;
  return dayOfMonth === undefined ? `${name} ${year}` : `${Number(dayOfMonth)} ${name} ${year}`;
};

/** "just now", "5 min ago", "3 hours ago", "2 days ago"; in milliseconds since 1970. */
export const relativeWords = (at: number, now: number): string => {
  const ago = Math.max(0, now - at);
  if (ago < minute) return "just now";
  if (ago < hour) return `${Math.floor(ago / minute)}\u00a0min ago`;
  if (ago < day) return plural(Math.floor(ago / hour), "hour");
  return plural(Math.floor(ago / day), "day");
};

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"} ago`;

/** A duration in milliseconds as "0.4 s", "18 s", "3 min 18 s" or "1 h 5 min". */
export const durationWords = (milliseconds: number): string => {
  const all = Math.max(0, milliseconds);
  if (all < 10 * second) return `${(all / second).toFixed(1)}\u00a0s`;
  const seconds = Math.round(all / second);
  if (seconds < 60) return `${seconds}\u00a0s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes}\u00a0min` : `${minutes}\u00a0min ${seconds % 60}\u00a0s`;
  return minutes % 60 === 0 ? `${Math.floor(minutes / 60)}\u00a0h` : `${Math.floor(minutes / 60)}\u00a0h ${minutes % 60}\u00a0min`;
};

/** A duration in milliseconds as on a stopwatch: "3:18", "1:02:05". */
export const stopwatch = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / second));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};
