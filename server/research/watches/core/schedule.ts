// When a watch is due. It keeps the day and the time of day at which it was begun, in UTC.
import { Cron } from "croner";
import type { Interval } from "../schema";

/** Every month has this many days; a watch begun later in the month keeps the month's last day. */
const shortestMonth = 28;

/** The first due time after an instant. Times that passed unserved are not made up for one by one: the next run sees all that changed. */
export function nextDue(interval: Interval, anchor: Date, after: Date): Date {
  const [minute, hour, day] = [anchor.getUTCMinutes(), anchor.getUTCHours(), anchor.getUTCDate()];
  const days = {
    daily: "* * *",
    weekly: `* * ${anchor.getUTCDay()}`,
    monthly: `${day > shortestMonth ? "L" : day} * *`,
  };
  const next = new Cron(`${minute} ${hour} ${days[interval]}`, { timezone: "UTC", paused: true }).nextRun(after);
  if (!next) throw new Error(`A watch that is due ${interval} has no next time.`);
  return next;
}
