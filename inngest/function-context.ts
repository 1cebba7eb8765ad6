// The edge between Inngest and the use cases: a context for them, and their errors in Inngest's terms.
import { NonRetriableError, RetryAfterError } from "inngest";
import { systemClock } from "@/server/platform/clock";
import { type Ctx, makeCtx } from "@/server/platform/context";
import { getDb } from "@/server/platform/database";
import { type ErrorCode, isAppError } from "@/server/platform/errors";
import { eventPort } from "@/server/platform/event-port";
import { logger } from "@/server/platform/log";
import { runSignal } from "./engine/run-context";

/** Trying again cannot change these. */
const final: readonly ErrorCode[] = [
  "bad_request",
  "unauthorised",
  "forbidden",
  "not_found",
  "conflict",
  "too_large",
  "unsupported",
  "configuration",
];

/** Runs a use case as the named part of the system; `runId` ties its log lines and audit entries together. */
export async function withCtx<T>(name: string, runId: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const log = logger().child({ runId, job: name });
  try {
    return await work(
      makeCtx({
        db: await getDb(),
        actor: { kind: "system", name },
        requestId: runId,
        log,
        clock: systemClock,
        events: eventPort(),
        signal: runSignal(),
      }),
    );
  } catch (error) {
    if (runSignal().aborted) throw error;
    if (!isAppError(error)) {
      // Its words are for the log: they may hold a query, a path or a person's text, and the reason of a failed run is shown.
      log.error({ err: error }, "step broke");
      throw new Error("something broke inside Variorum, and its log says what", { cause: error });
    }
    if (final.includes(error.code)) throw new NonRetriableError(error.userMessage, { cause: error });
    if (error.retryAfterMs !== undefined) throw new RetryAfterError(error.userMessage, error.retryAfterMs, { cause: error });
    throw error;
  }
}
