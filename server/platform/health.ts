import { sql } from "drizzle-orm";
import { config } from "./config";
import { getDb } from "./database";
import { messageOf } from "./errors";
import { logger } from "./log";
import { singleton } from "./singleton";

type Check = { readonly ok: boolean; readonly detail: string };
export type Health = {
  readonly status: "ok" | "degraded";
  readonly timestamp: string;
  readonly version: string;
  readonly checks: Readonly<Record<string, Check>>;
};

/** What the process knows to be running; start-up sets it. */
export const running = () => singleton("health.running", () => ({ jobs: false, version: "unknown" }));

/** The state of the parts a run needs. */
export async function health(now: Date): Promise<Health> {
  const checks = { database: await databaseCheck(), jobs: jobsCheck() };
  const ok = Object.values(checks).every((check) => check.ok);
  return { status: ok ? "ok" : "degraded", timestamp: now.toISOString(), version: running().version, checks };
}

async function databaseCheck(): Promise<Check> {
  try {
    await (await getDb()).execute(sql`select 1`);
    return { ok: true, detail: config().database.kind };
  } catch (error) {
    // Visitors ask too: names of hosts and databases stay in the log.
    logger().error({ err: messageOf(error) }, "the database cannot be asked");
    return { ok: false, detail: "The database cannot be asked; the log says why." };
  }
}

function jobsCheck(): Check {
  const { jobs } = config();
  return jobs === "inngest"
    ? { ok: true, detail: "Inngest" }
    : { ok: running().jobs, detail: running().jobs ? "embedded engine" : "The embedded engine is not running." };
}
