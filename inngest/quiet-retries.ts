// What a run tries again later is no error yet: it is logged in one line, without a stack. What has failed for good stays one.
import type { Log } from "@/server/platform/log";

/** The logger for Inngest over the process's own. */
export function quietRetries(
  log: Log,
): Pick<Log, "info" | "warn" | "error" | "debug"> & { child: (bindings: Record<string, unknown>) => ReturnType<typeof quietRetries> } {
  const error = (first: unknown, ...rest: unknown[]) => {
    const thrown = typeof first === "object" && first !== null && "err" in first ? first.err : first;
    if (thrown instanceof Error && thrown.name === "RetryAfterError") return log.warn({ reason: thrown.message }, "a step is tried again later");
    Reflect.apply(log.error, log, [first, ...rest]);
  };
  return {
    info: log.info.bind(log),
    warn: log.warn.bind(log),
    debug: log.debug.bind(log),
    error,
    child: (bindings) => quietRetries(log.child(bindings)),
  };
}
