// Takes due jobs as long as there is room, makes their calls, and sleeps until something is due, somebody wakes it, or it is time to look.
import { messageOf } from "@/server/platform/errors";
import { claim } from "./claim";
import { fireTimer } from "./fire-timer";
import { endLost, makeCall } from "./make-call";
import { openRetention } from "./retention";
import { openSchedules } from "./schedules";
import { type EngineState, halt } from "./state";
import { type ClaimedJob, release, renew } from "./store/jobs";
import { loadSteps } from "./store/steps";

/** Looking again when nothing is known to be due: other processes may have queued work. Alone, this only guards against a lost wake-up. */
const quickPollMs = 50;
const slowPollMs = 2000;
const aloneMs = 5000;
/** Timers of Node hold 31 bits of milliseconds. */
const slowestRestMs = 60_000;

export type WorkLoop = {
  readonly wake: () => void;
  /** Resolves when no call is being made and nothing is due. */
  readonly idle: () => Promise<void>;
  /** Takes no more jobs; resolves when the calls being made have ended, or `graceMs` have passed and their leases are given back. */
  readonly stop: (graceMs: number) => Promise<void>;
};

export async function startLoop(state: EngineState): Promise<WorkLoop> {
  const schedules = await openSchedules(state);
  const retention = openRetention(state);
  const running = new Set<Promise<void>>();
  let idlers: (() => void)[] = [];
  let awake = true;
  let ring = () => {};
  let quiet = 0;

  const wake = () => {
    awake = true;
    ring();
  };
  const run = (job: ClaimedJob, work: Promise<void>) => {
    const done: Promise<void> = work
      .catch((error: unknown) => state.log.error({ run: job.runId, function: job.functionId, error: messageOf(error) }, "call could not be applied"))
      .finally(() => {
        running.delete(done);
        wake();
      });
    running.add(done);
  };

  async function turn(): Promise<number> {
    const tickInMs = await schedules.tick();
    await retention.tick();
    const claimed = await claim(state, Math.max(0, state.settings.concurrency - running.size));
    const calls = claimed.jobs.filter((job) => job.kind !== "timer");
    const steps = calls.length > 0 ? await loadSteps(state.db, [...new Set(calls.map((job) => job.runId))]) : [];
    for (const job of claimed.jobs) {
      if (job.kind === "timer") run(job, fireTimer(state, job));
      else {
        run(
          job,
          makeCall(
            state,
            job,
            steps.filter((step) => step.runId === job.runId),
          ),
        );
      }
    }
    if (claimed.jobs.length > 0) return 0;
    quiet += 1;
    if (running.size === 0 && !awake && claimed.nextInMs > 0) {
      for (const resolve of idlers) resolve();
      idlers = [];
    }
    const poll = state.settings.exclusive ? aloneMs : Math.min(quickPollMs * 2 ** Math.min(quiet, 10), slowPollMs);
    return Math.min(claimed.nextInMs, tickInMs, poll);
  }

  async function loop(): Promise<void> {
    while (!state.stopping) {
      awake = false;
      let waitMs = slowPollMs;
      try {
        waitMs = await turn();
      } catch (error) {
        state.log.error({ error: messageOf(error) }, "looking for work failed; trying again");
      }
      if (waitMs > 0 && !awake && !state.stopping) await rest(waitMs);
      if (awake) quiet = 0;
    }
  }

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(ms, slowestRestMs));
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const heartbeat = setInterval(() => {
    const held = [...state.executing.values()];
    if (held.length === 0) return;
    renew(
      state.db,
      held.map((call) => ({ id: call.jobId, fence: call.fence })),
      new Date(state.clock.now().getTime() + state.settings.leaseMs),
    ).then(
      (still) => endLost(state, still, held),
      (error: unknown) => state.log.warn({ error: messageOf(error) }, "leases could not be renewed; trying again"),
    );
  }, state.settings.leaseMs / 3);

  state.wake = wake;
  const looping = loop();
  return {
    wake,
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        wake();
      }),
    stop: async (graceMs) => {
      state.stopping = true;
      wake();
      await looping;
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.allSettled([...running]), grace]);
      clearTimeout(timer);
      clearInterval(heartbeat);
      const abandoned = [...state.executing.values()];
      for (const call of abandoned) halt(call, "lost");
      await release(
        state.db,
        abandoned.map((call) => ({ id: call.jobId, fence: call.fence })),
      );
      for (const resolve of idlers) resolve();
    },
  };
}
