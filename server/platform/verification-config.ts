// How long a run waits for pages and registers, and how often sources are looked at again.
import { z } from "zod";

const number = (what: string, least: number, most: number, fallback: number) => {
  const error = `must be a number of ${what} from ${least} to ${most}`;
  return z.coerce.number({ error }).min(least, { error }).max(most, { error }).default(fallback);
};

export const verificationVariables = {
  /** For each category; what was not looked at by then is looked at after the run. */
  VARIORUM_CHECK_SECONDS: number("seconds", 1, 240, 25),
  VARIORUM_RECHECK_DAYS: number("days", 1, 3650, 30),
};
const environment = z.object(verificationVariables);

export function verificationSettings(env: z.infer<typeof environment>) {
  return { checkMs: env.VARIORUM_CHECK_SECONDS * 1000, recheckDays: env.VARIORUM_RECHECK_DAYS };
}
