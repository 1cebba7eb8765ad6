// GCRA (generic cell rate algorithm), state in the database so that all processes share it.
import { sql } from "drizzle-orm";
import { type Queryable, rowsOf } from "@/db/client";
import { AppError } from "./errors";

/** `burst` requests at once, then one every `periodMs / burst`. */
export type RateLimit = { readonly burst: number; readonly periodMs: number };

/** Pure GCRA. `tat` is the stored theoretical arrival time; times in milliseconds since 1970. */
export function gcra(tat: number | null, now: number, limit: RateLimit): { allowed: true; tat: number } | { allowed: false; retryAfterMs: number } {
  const interval = limit.periodMs / limit.burst;
  const start = Math.max(tat ?? now, now);
  const earliest = start + interval - limit.periodMs;
  return now >= earliest ? { allowed: true, tat: start + interval } : { allowed: false, retryAfterMs: Math.ceil(earliest - now) };
}

/** Counts one request against `key`; throws `rate_limited` with the time to wait when it is one too many. */
export async function takeToken(db: Queryable, key: string, limit: RateLimit, now: Date, userMessage: (seconds: number) => string): Promise<void> {
  const interval = limit.periodMs / limit.burst;
  const nowIso = now.toISOString();
  // One statement decides and stores, so that concurrent requests cannot both take the last token.
  const taken = rowsOf(
    await db.execute(sql`
      insert into rate_limit as r (key, tat) values (${key}, ${nowIso}::timestamptz + make_interval(secs => ${interval / 1000}))
      on conflict (key) do update set tat = greatest(r.tat, ${nowIso}::timestamptz) + make_interval(secs => ${interval / 1000})
      where greatest(r.tat, ${nowIso}::timestamptz) + make_interval(secs => ${(interval - limit.periodMs) / 1000}) <= ${nowIso}::timestamptz
      returning 1 as ok`),
  );
  if (taken.length > 0) return;
  const [row] = rowsOf<{ wait: string | number }>(
    await db.execute(sql`
      select extract(epoch from (tat + make_interval(secs => ${(interval - limit.periodMs) / 1000}) - ${nowIso}::timestamptz)) * 1000 as wait
      from rate_limit where key = ${key}`),
  );
  const retryAfterMs = Math.max(1, Math.ceil(Number(row?.wait ?? interval)));
  throw new AppError("rate_limited", userMessage(Math.ceil(retryAfterMs / 1000)), { retryAfterMs });
}

/** Lets no request of a key through before a moment. */
export async function holdKey(db: Queryable, key: string, limit: RateLimit, until: Date): Promise<void> {
  const tat = new Date(until.getTime() + limit.periodMs - limit.periodMs / limit.burst).toISOString();
  await db.execute(sql`
    insert into rate_limit as r (key, tat) values (${key}, ${tat}::timestamptz)
    on conflict (key) do update set tat = greatest(r.tat, excluded.tat)`);
}

/** How many of a key's requests count at a moment, from 0 to `burst`. */
export async function tokensUsed(db: Queryable, key: string, limit: RateLimit, now: Date): Promise<number> {
  const [row] = rowsOf<{ ahead: string | number }>(
    await db.execute(sql`select extract(epoch from (tat - ${now.toISOString()}::timestamptz)) * 1000 as ahead from rate_limit where key = ${key}`),
  );
  const ahead = Math.max(0, Number(row?.ahead ?? 0));
  return Math.min(limit.burst, Math.ceil(ahead / (limit.periodMs / limit.burst)));
}

/** Forgets the keys whose requests all ended to count before a moment: such a key is as good as one that was never met. How many. */
export async function forgetSpent(db: Queryable, before: Date): Promise<number> {
  return rowsOf(await db.execute(sql`delete from rate_limit where tat < ${before.toISOString()}::timestamptz returning 1 as ok`)).length;
}
