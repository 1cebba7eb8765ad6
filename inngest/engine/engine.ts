// The embedded engine: drives the same Inngest functions that a server would, in this process, with its state in the database.
// A finished step is never run again; a process may end at any point and the next one goes on from what was saved.
import type { Inngest, InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import type { Db, Tx } from "@/db/client";
import { type Clock, systemClock } from "@/server/platform/clock";
import { backoffMs } from "./core/backoff";
import { type EngineLimits, hostedLimits } from "./core/limits";
import { type RegisteredFunction, RegistrationError } from "./core/registration";
import { cancelRun } from "./end-run";
import { type EngineMetrics, newCounters, readMetrics } from "./metrics";
import { type IncomingEvent, routeAnnouncements, routeEvents } from "./route-events";
import { type CallHandler, type EngineLog, type EngineState, noEffects, settleEffects } from "./state";
import { releaseAll } from "./store/jobs";
import { type RunState, readRun } from "./store/runs";
import { transition } from "./transition";
import { connectTransport } from "./transport";
import { transportHandler } from "./transport-handler";
import { startLoop, type WorkLoop } from "./work-loop";

export type EngineOptions = {
  readonly db: Db;
  /** Made by `createEmbeddedClient`; the functions belong to it. */
  readonly client: Inngest.Any;
  readonly functions: readonly InngestFunction.Any[];
  readonly log: EngineLog;
  readonly clock?: Clock;
  /** Calls at a time over all functions; 100 unless told. */
  readonly concurrency?: number;
  /** True when no other process can reach the database (PGlite): what a dead process held is taken back at once. */
  readonly exclusive?: boolean;
  /** How long a lease outlives its process; 30 s unless told. */
  readonly leaseMs?: number;
  /** How long ended runs are kept; seven days unless told. */
  readonly retentionMs?: number;
  readonly limits?: Partial<EngineLimits>;
  /** Milliseconds before try `attempt + 2`, for errors that do not say so themselves. */
  readonly backoff?: (attempt: number) => number;
  /** Longer waits that errors ask for are cut to it; without it they are obeyed. */
  readonly longestRetryMs?: number;
  readonly random?: () => number;
};

export type Engine = {
  /** Reads the functions, takes back what a dead process held, and begins. Throws RegistrationError for what it cannot honour. */
  readonly start: () => Promise<void>;
  /** Lets the steps being run end, for `graceMs` (10 s) at most; then their leases are given back and their signals abort. */
  readonly stop: (options?: { readonly graceMs?: number }) => Promise<void>;
  /** Sends events; their ids, in order. Rejects, having sent none, when one is too large. */
  readonly send: (events: readonly IncomingEvent[]) => Promise<string[]>;
  /** Sends events inside the caller's transaction; call `committed` after it. */
  readonly enqueueEvents: (tx: Tx, events: readonly IncomingEvent[]) => Promise<{ readonly ids: string[]; readonly committed: () => void }>;
  /** Resolves when no call is being made and nothing is due now. Sleeping and waiting runs do not count. */
  readonly idle: () => Promise<void>;
  /** Cancels a run; false when it had ended. */
  readonly cancel: (runId: string, why?: string) => Promise<boolean>;
  readonly run: (runId: string) => Promise<RunState | null>;
  readonly metrics: () => EngineMetrics;
};

const defaultLeaseMs = 30_000;
const defaultGraceMs = 10_000;
const defaultConcurrency = 100;
const weekMs = 7 * 24 * 60 * 60 * 1000;

export function createEngine(options: EngineOptions): Engine {
  const random = options.random ?? Math.random;
  const state: EngineState = {
    db: options.db,
    clock: options.clock ?? systemClock,
    log: options.log,
    settings: {
      exclusive: options.exclusive ?? false,
      concurrency: options.concurrency ?? defaultConcurrency,
      leaseMs: options.leaseMs ?? defaultLeaseMs,
      limits: { ...hostedLimits, ...options.limits },
      retentionMs: options.retentionMs ?? weekMs,
      longestRetryMs: options.longestRetryMs ?? Number.POSITIVE_INFINITY,
      backoff: options.backoff ?? ((attempt) => backoffMs(attempt, random)),
    },
    counters: newCounters(),
    executing: new Map(),
    functions: new Map(),
    handler: () => Promise.reject(new Error("The engine has not been started.")),
    stopping: false,
    wake: () => {},
  };
  let loop: WorkLoop | undefined;
  let disconnect = () => {};

  const send = (events: readonly IncomingEvent[]) => transition(state, (change) => routeEvents(change, events));

  return {
    start: async () => {
      if (loop) return;
      let registered: RegisteredFunction[] | undefined;
      let refused: unknown;
      const answer = transportHandler({ state, send, onRegister: (functions) => (registered = functions) });
      disconnect = connectTransport(options.client, async (request) => {
        try {
          return await answer(request);
        } catch (error) {
          if (error instanceof RegistrationError) refused = error;
          throw error;
        }
      });
      try {
        state.handler = serve({ client: options.client, functions: [...options.functions] });
        await register(state.handler);
        if (!registered) throw refused ?? new RegistrationError("The functions could not be registered.");
        state.functions = new Map(registered.map((fn) => [fn.id, fn]));
        if (state.settings.exclusive) await releaseAll(state.db);
      } catch (error) {
        disconnect();
        throw error;
      }
      state.stopping = false;
      loop = await startLoop(state);
    },
    stop: async ({ graceMs = defaultGraceMs } = {}) => {
      const stopping = loop;
      loop = undefined;
      await stopping?.stop(graceMs);
      state.wake = () => {};
      disconnect();
    },
    send,
    enqueueEvents: async (tx, events) => {
      const effects = noEffects();
      const change = { tx, state, effects };
      const ids = await routeEvents(change, events);
      await routeAnnouncements(change);
      return { ids, committed: () => settleEffects(state, effects) };
    },
    idle: () => loop?.idle() ?? Promise.resolve(),
    cancel: (runId, why = "somebody asked for it") =>
      transition(state, async (change) => {
        await cancelRun(change, runId, why);
        return change.effects.ended.length > 0;
      }),
    run: (runId) => readRun(state.db, runId),
    metrics: () => readMetrics(state.counters, state.executing.size),
  };
}

async function register(handler: CallHandler): Promise<void> {
  await handler(new Request("http://embedded.invalid/api/inngest", { method: "PUT", headers: { host: "embedded.invalid" } }));
}
