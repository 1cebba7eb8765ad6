export type Counters = {
  events: number;
  duplicateEvents: number;
  started: number;
  calls: number;
  checkpoints: number;
  steps: number;
  retries: number;
  stale: number;
  waitedMs: number;
  readonly ended: { completed: number; failed: number; cancelled: number };
};

export type EngineMetrics = Readonly<Omit<Counters, "ended">> & {
  readonly ended: Readonly<Counters["ended"]>;
  /** Calls being made now. */
  readonly executing: number;
};

export function newCounters(): Counters {
  return {
    events: 0,
    duplicateEvents: 0,
    started: 0,
    calls: 0,
    checkpoints: 0,
    steps: 0,
    retries: 0,
    stale: 0,
    waitedMs: 0,
    ended: { completed: 0, failed: 0, cancelled: 0 },
  };
}

/** Counts since the engine was made; `waitedMs` is the sum of what calls waited beyond their due time. */
export function readMetrics(counters: Counters, executing: number): EngineMetrics {
  return { ...counters, ended: { ...counters.ended }, executing };
}
