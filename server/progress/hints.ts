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

/** Resolves at the next hint, after `ms`, or when the signal aborts, whichever is first. */
export function waitForHint(streamId: string, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      emitter().off(streamId, done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    emitter().on(streamId, done);
    if (signal.aborted) done();
    else signal.addEventListener("abort", done, { once: true });
  });
}
