// Hints that a stream has something new. Only a reason to read the table sooner: without one, readers poll.
import { EventEmitter } from "node:events";
import { singleton } from "@/server/platform/singleton";

const emitter = () =>
  singleton("progress.hints", () => {
    const made = new EventEmitter();
    made.setMaxListeners(0);
    return made;
  });

export function hintStream(streamId: string): void {
  emitter().emit(streamId);
}

export type Hints = {
  /** Whether a hint came since this was last asked. */
  readonly taken: () => boolean;
  /** Resolves at a hint that was not taken yet, after `ms`, or when the signal aborts, whichever is first; true when it was a hint. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<boolean>;
  readonly close: () => void;
};

/** Listens until closed, so that no hint is missed while its reader is busy reading or writing. */
export function listenForHints(streamId: string): Hints {
  let hinted = false;
  let wake = () => {};
  const hear = () => {
    hinted = true;
    wake();
  };
  emitter().on(streamId, hear);
  return {
    taken: () => {
      const was = hinted;
      hinted = false;
      return was;
    },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (hinted || signal.aborted) return resolve(hinted);
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", done);
          wake = () => {};
          resolve(hinted);
        };
        const timer = setTimeout(done, ms);
        signal.addEventListener("abort", done, { once: true });
        wake = done;
      }),
    close: () => {
      emitter().off(streamId, hear);
    },
  };
}
