// What surrounds a call: whose run it is, and the signal that it should end. Code of a function reads it; elsewhere it is absent.
import { AsyncLocalStorage } from "node:async_hooks";
import { singleton } from "@/server/platform/singleton";

export type RunContext = { readonly runId: string; readonly functionId: string; readonly signal: AbortSignal };

const storage = () => singleton("inngest.run-context", () => new AsyncLocalStorage<RunContext>());
const never = new AbortController().signal;

export function withRunContext<T>(context: RunContext, run: () => Promise<T>): Promise<T> {
  return storage().run(context, run);
}

/** The run that is being called, in the embedded engine; undefined outside of one and under an Inngest server. */
export function runContext(): RunContext | undefined {
  return storage().getStore();
}

/** Aborts when the run is cancelled, its lease is lost, or the process stops; never does so under an Inngest server. */
export function runSignal(): AbortSignal {
  return storage().getStore()?.signal ?? never;
}
