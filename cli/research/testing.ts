// For tests of the command: runs it as a process of its own and hears what it says.
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Readable } from "node:stream";

/** Nobody listens there, and fetch does not refuse it by itself as it does other low ports. */
const closedPort = "http://127.0.0.1:6";
const script = path.resolve(import.meta.dirname, "../research.ts");

export type Ended = { readonly code: number | null; readonly signal: string | null; readonly out: string; readonly err: string };
export type Running = {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly ended: Promise<Ended>;
  /** Resolves when a line on standard error matches; rejects when the process ends before. */
  readonly saw: (pattern: RegExp) => Promise<void>;
};

/** Starts `npm run research -- ...args`; every variable that could lead it elsewhere is set. */
export function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    cwd: path.resolve(import.meta.dirname, "../.."),
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "warn", DATABASE_URL: "", OPENFDA_BASE_URL: closedPort, ...environment },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (data) => {
    out += String(data);
  });
  child.stderr.on("data", (data) => {
    err += String(data);
  });
  const ended = new Promise<Ended>((resolve) => child.on("close", (code, signal) => resolve({ code, signal, out, err })));
  return {
    child,
    ended,
    saw: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => pattern.test(err) && resolve();
        child.stderr.on("data", look);
        child.once("close", () => reject(new Error(`It ended before it said ${pattern}:\n${err}`)));
        look();
      }),
  };
}

export function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return start(args, environment).ended;
}

/**
 * Stands in openFDA's place, thinks for a second and refuses: every category that asks it takes that long, one after
 * the other. `environment` leads a command there.
 */
export async function slowRefusal(): Promise<{ readonly environment: () => Record<string, string>; readonly close: () => void }> {
  const server = createServer((_request, response) => setTimeout(() => response.writeHead(403).end("{}"), 1000));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    environment: () => ({ VARIORUM_PARALLEL_CATEGORIES: "1", OPENFDA_BASE_URL: `http://127.0.0.1:${port}` }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
