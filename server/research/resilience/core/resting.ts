// What opens a breaker, for how long, and how that is said.
import type { Answer } from "../../providers/schema";

/** Failures in a row after which a provider rests. */
export const failuresBeforeRest = 5;
/** Milliseconds of the first rest and of those that follow without an answer in between. */
export const rests = [30_000, 60_000, 120_000, 300_000, 600_000] as const;

/** Failures that say something about the provider, not about the question. */
const telling = new Set(["auth", "no_credit", "rate_limited", "unreachable", "server", "timeout", "truncated", "schema"]);

export function tellsOfTrouble(answer: Pick<Answer, "status" | "error">): boolean {
  return answer.status === "failed" && answer.error !== null && telling.has(answer.error.kind);
}

/** Milliseconds of the rest number `attempt`, from 1. */
export function restMs(attempt: number): number {
  return rests[Math.min(Math.max(attempt, 1), rests.length) - 1] ?? rests[0];
}

export function restSentence(name: string, reason: string, until: Date): string {
  return `${name} was not asked: it failed several times in a row and rests until ${until.toISOString().slice(11, 16)} UTC. The last time: ${reason}`;
}
