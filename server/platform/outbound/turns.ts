// Whose turn it is: one page of a host at a time with a gap between two, and a limit for all hosts together.
import { makePlaces } from "../places";
import type { Limits } from "./parts";

export type Turns = {
  /**
   * Runs `work` when its turn comes; null without running it when that took too long.
   * Rejects with the signal's reason when that is aborted while waiting.
   */
  readonly take: <T>(host: string, gapMs: () => number, signal: AbortSignal, work: () => Promise<T>) => Promise<T | null>;
};

type Line = { tail: Promise<void>; waiting: number; freeAt: number };

/** Hosts that are remembered for their gap only; beyond this the idle ones are forgotten. */
const mostIdleHosts = 1000;

export function makeTurns(limits: Limits, now: () => Date, sleep: (ms: number, signal: AbortSignal) => Promise<void>): Turns {
  const lines = new Map<string, Line>();
  const places = makePlaces(limits.atATime);

  return {
    async take(host, gapMs, signal, work) {
      const line = lines.get(host) ?? { tail: Promise.resolve(), waiting: 0, freeAt: 0 };
      lines.set(host, line);
      const from = now().getTime();
      const before = line.tail;
      const { promise: after, resolve: done } = Promise.withResolvers<void>();
      line.tail = before.then(() => after);
      line.waiting += 1;
      try {
        await untilAborted(before, signal);
        if (now().getTime() - from > limits.longestWaitMs) return null;
        const pause = line.freeAt - now().getTime();
        if (pause > 0) await sleep(pause, signal);
        return await places.take(signal, async () => {
          try {
            return await work();
          } finally {
            line.freeAt = now().getTime() + Math.min(Math.max(gapMs(), limits.gapMs), limits.longestGapMs);
          }
        });
      } finally {
        line.waiting -= 1;
        done();
        if (lines.size > mostIdleHosts) forgetIdle(lines, now().getTime());
      }
    },
  };
}

function forgetIdle(lines: Map<string, Line>, now: number): void {
  for (const [host, line] of lines) if (line.waiting === 0 && line.freeAt <= now) lines.delete(host);
}

function untilAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    void promise.then(() => {
      signal.removeEventListener("abort", abort);
      resolve();
    });
  });
}
