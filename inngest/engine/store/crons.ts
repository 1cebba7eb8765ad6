import { sql } from "drizzle-orm";
import { type Queryable, rowsOf } from "@/db/client";
import { iso, textArray } from "./jobs";

const lastAt = sql.raw(`(extract(epoch from last_at) * 1000)::float8 as "lastAt"`);

/** When schedules last fired; new ones count from now, so that none fires for the time before it existed. */
export async function loadCrons(db: Queryable, ids: readonly string[], now: Date): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  await db.execute(sql`
    insert into engine_cron (id, last_at) select id, ${iso(now)} from unnest(${textArray(ids)}) as id on conflict (id) do nothing`);
  const rows = rowsOf<{ id: string; lastAt: number }>(await db.execute(sql`select id, ${lastAt} from engine_cron where id = any(${textArray(ids)})`));
  return new Map(rows.map((row) => [row.id, new Date(row.lastAt)]));
}

/** Takes a tick; false when it, or a later one, was taken before. */
export async function takeTick(db: Queryable, id: string, at: Date): Promise<boolean> {
  const rows = rowsOf(await db.execute(sql`update engine_cron set last_at = ${iso(at)} where id = ${id} and last_at < ${iso(at)} returning id`));
  return rows.length > 0;
}
