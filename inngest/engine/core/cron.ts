import { Cron } from "croner";

export type Schedule = {
  /** As written, with its time zone. */
  readonly text: string;
  readonly next: (after: Date) => Date | null;
  /** The newest tick at or before an instant. */
  readonly latest: (until: Date) => Date | null;
};

/** Reads "[TZ=Area/City ]minute hour day month weekday"; UTC without a zone. Returns what is wrong with it as text. */
export function parseCron(text: string): Schedule | string {
  const [, zone, pattern] = /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.*)$/s.exec(text.trim()) ?? [];
  try {
    const cron = new Cron(pattern ?? "", { timezone: zone ?? "UTC", paused: true });
    if (cron.nextRun(new Date(0)) === null) return "it never fires";
    return {
      text,
      next: (after) => cron.nextRun(after),
      latest: (until) => cron.previousRuns(1, new Date(until.getTime() + 1000))[0] ?? null,
    };
  } catch (error) {
    if (error instanceof Error) return error.message.split("\n")[0] ?? "it is no schedule";
    throw error;
  }
}
