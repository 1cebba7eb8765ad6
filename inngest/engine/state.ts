// What the parts of one engine share.
import type { Db, Tx } from "@/db/client";
import type { Clock } from "@/server/platform/clock";
import type { Log } from "@/server/platform/log";
import type { EngineLimits, RunSize } from "./core/limits";
import type { RegisteredFunction } from "./core/registration";
import type { Counters } from "./metrics";
import type { ClaimedJob } from "./store/jobs";

export type EngineLog = Pick<Log, "debug" | "info" | "warn" | "error">;
export type CallHandler = (request: Request) => Promise<Response>;

/** A call that is being made. `halt` says why its reply no longer counts. */
export type Executing = {
  readonly jobId: string;
  readonly runId: string;
  readonly functionId: string;
  readonly fence: number;
  /** Concurrency keys, of each of which it takes a place. */
  readonly keys: readonly string[];
  /** Names the lease in the SDK's checkpoints. */
  readonly ticket: string;
  readonly controller: AbortController;
  readonly calledAt: Date;
  /** What its run has stored, as far as this call knows. */
  readonly size: RunSize;
  halt: "ended" | "lost" | "released" | "replaced" | "over" | null;
};

export type EngineSettings = {
  /** True when no other process can reach the database: leases of a dead process are taken back at once. */
  readonly exclusive: boolean;
  /** Calls at a time. */
  readonly concurrency: number;
  readonly leaseMs: number;
  readonly limits: EngineLimits;
  readonly retentionMs: number;
  readonly backoff: (attempt: number) => number;
  readonly longestRetryMs: number;
};

export type EngineState = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: EngineLog;
  readonly settings: EngineSettings;
  readonly counters: Counters;
  readonly executing: Map<string, Executing>;
  functions: ReadonlyMap<string, RegisteredFunction>;
  handler: CallHandler;
  stopping: boolean;
  /** Looks for work now. */
  wake: () => void;
};

/** What a transaction leads to once it is committed. */
export type Effects = {
  readonly ended: EndedRun[];
  /** Events about ended runs, still to be routed in the same transaction. */
  readonly announcements: { readonly id: string; readonly name: string; readonly data: Record<string, unknown> }[];
};
export type EndedRun = {
  readonly runId: string;
  readonly functionId: string;
  readonly status: "completed" | "failed" | "cancelled";
  readonly ms: number;
  readonly reason: string | undefined;
};

/** A change of state under way: everything in it is one transaction. */
export type Change = { readonly tx: Tx; readonly state: EngineState; readonly effects: Effects };

/** A change that the reply to a call brings about. */
export type CallChange = Change & { readonly job: ClaimedJob; readonly call: Executing; readonly now: Date };

export function noEffects(): Effects {
  return { ended: [], announcements: [] };
}

/** Call after commit: aborts calls of ended runs, counts, logs one line per run, and looks for work. */
export function settleEffects(state: EngineState, effects: Effects): void {
  for (const run of effects.ended) {
    // What a call of a run still does after its end is for nothing: the run was cancelled, or failed beside it.
    for (const call of state.executing.values()) if (call.runId === run.runId) halt(call, "ended");
    state.counters.ended[run.status] += 1;
    state.log.info({ run: run.runId, function: run.functionId, status: run.status, ms: run.ms, reason: run.reason }, "run ended");
  }
  state.wake();
}

export function halt(call: Executing, why: NonNullable<Executing["halt"]>): void {
  call.halt ??= why;
  call.controller.abort(new DOMException(`The call was ended: ${why}.`, "AbortError"));
}
