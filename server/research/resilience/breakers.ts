// A provider that fails again and again rests, then one question is let through to see. Counting is this process's; what is open is also a row,
// so that a restart and other processes know. Keyed by the provider itself.
import { type CircuitBreakerPolicy, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhenResult, IterableBackoff } from "cockatiel";
import type { Db } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import type { Provider } from "../providers/port";
import type { Answer } from "../providers/schema";
import { failuresBeforeRest, restMs, restSentence, rests, tellsOfTrouble } from "./core/resting";
import { type BreakerRow, breakerOf, removeBreaker, writeBreaker } from "./store";

type Held = { readonly policy: CircuitBreakerPolicy; attempt: number };
const breakers = new WeakMap<Provider, Held>();

/** Why the provider may not be asked now, or null. */
export async function restingReason(ctx: Pick<Ctx, "db" | "clock">, provider: Provider): Promise<string | null> {
  return restingBy(ctx, provider, await breakerOf(ctx.db, provider.info().id));
}

/** The same, by the row that was read. */
export function restingBy(ctx: Pick<Ctx, "clock">, provider: Provider, row: BreakerRow | null): string | null {
  const { name } = provider.info();
  if (row && row.openedUntil > ctx.clock.now()) return restSentence(name, row.reason, row.openedUntil);
  const held = heldFor(provider, row);
  return held.policy.state === CircuitState.HalfOpen
    ? `${name} was not asked: it rested after failures, and one question is just trying it again.`
    : null;
}

/** Asks through the breaker; null when it opened meanwhile. */
export async function throughBreaker(ctx: Pick<Ctx, "db" | "clock">, provider: Provider, ask: () => Promise<Answer>): Promise<Answer | null> {
  const { id } = provider.info();
  const held = breakers.get(provider) ?? heldFor(provider, await breakerOf(ctx.db, id));
  if (held.policy.state === CircuitState.HalfOpen) return null;
  const attemptBefore = held.attempt;
  const stateBefore = held.policy.state;
  let answer: Answer;
  try {
    answer = await held.policy.execute(ask);
  } catch (error) {
    if (error instanceof Error && "isBrokenCircuitError" in error) return null;
    throw error;
  }
  if (held.attempt > attemptBefore && held.policy.state === CircuitState.Open) await keepOpen(ctx, id, held.attempt, answer);
  if (held.policy.state === CircuitState.Closed && stateBefore !== CircuitState.Closed) await removeBreaker(ctx.db, id);
  return answer;
}

/** Forgets the provider's failures, here and in the database: for an administrator whose test call was answered. */
export async function closeBreaker(db: Db, provider: Provider): Promise<void> {
  breakers.delete(provider);
  await removeBreaker(db, provider.info().id);
}

async function keepOpen(ctx: Pick<Ctx, "db" | "clock">, id: string, attempt: number, answer: Answer): Promise<void> {
  const openedAt = ctx.clock.now();
  const openedUntil = new Date(openedAt.getTime() + restMs(attempt));
  await writeBreaker(ctx.db, { provider: id, attempt, reason: answer.error?.message ?? "It failed.", openedAt, openedUntil });
}

/** A breaker that is open here but has no row any more was closed by somebody else. */
function heldFor(provider: Provider, row: BreakerRow | null): Held {
  const known = breakers.get(provider);
  if (known && (row !== null || known.policy.state !== CircuitState.Open)) return known;
  const policy = circuitBreaker(handleWhenResult(isTrouble), {
    breaker: new ConsecutiveBreaker(failuresBeforeRest),
    halfOpenAfter: new IterableBackoff([...rests]),
    ...(row === null ? {} : { initialState: openSince(row) }),
  });
  const held: Held = { policy, attempt: row?.attempt ?? 0 };
  policy.onBreak(() => {
    held.attempt += 1;
  });
  policy.onReset(() => {
    held.attempt = 0;
  });
  breakers.set(provider, held);
  return held;
}

function openSince(row: BreakerRow) {
  const ownState = { value: CircuitState.Open, openedAt: row.openedAt.getTime(), attemptNo: row.attempt };
  return { ownState, breakerState: failuresBeforeRest };
}

function isTrouble(result: unknown): boolean {
  return typeof result === "object" && result !== null && "status" in result && "error" in result && tellsOfTrouble(result as Answer);
}
