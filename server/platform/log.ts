// One structured line per request or run. Secrets never reach it: what may hold one is redacted here.
import pino from "pino";
import { config } from "./config";

const redact = ["password", "*.password", "token", "*.token", "authorization", "*.authorization", "apiKey", "*.apiKey", "cookie", "*.cookie"];

export type Log = pino.Logger;

let root: Log | undefined;

/** The process's logger: JSON lines on stderr, so that standard output stays free for results. */
export function logger(): Log {
  root ??= pino({ level: config().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact }, pino.destination({ fd: 2, sync: true }));
  return root;
}
