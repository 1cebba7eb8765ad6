// Limits count executing calls, as Inngest's do: a run that sleeps or waits holds no place.
import { keyOf } from "./expression";
import type { ConcurrencyLimit, RegisteredFunction } from "./registration";

/** The keys under which a run's calls are counted, in the order of the function's limits. */
export function concurrencyKeys(fn: RegisteredFunction, event: unknown): string[] {
  return fn.concurrency.map((limit, index) => {
    const value = limit.key === null ? "" : keyOf(limit.key, { event });
    return limit.scope === "fn" ? `${fn.id}#${index}=${value}` : `${limit.scope}=${value}`;
  });
}

export type Candidate = { readonly id: string; readonly keys: readonly string[]; readonly limits: readonly ConcurrencyLimit[] };

/** Chooses candidates in order while their keys have room; `full` are the keys that turned one away. `active` is counted up. */
export function pickWithinLimits<C extends Candidate>(
  candidates: readonly C[],
  active: Map<string, number>,
  room: number,
): { picked: C[]; full: string[] } {
  const picked: C[] = [];
  const full = new Set<string>();
  for (const candidate of candidates) {
    if (picked.length >= room) break;
    const blocked = candidate.keys.filter((key, i) => (active.get(key) ?? 0) >= (candidate.limits[i]?.limit ?? Number.POSITIVE_INFINITY));
    for (const key of blocked) full.add(key);
    if (blocked.length > 0) continue;
    for (const key of candidate.keys) active.set(key, (active.get(key) ?? 0) + 1);
    picked.push(candidate);
  }
  return { picked, full: [...full] };
}
