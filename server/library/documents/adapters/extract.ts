// Takes a file apart in a child process that can be killed: limits on time, memory and output, no environment, no writing.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type ExtractOutcome, outcomeSchema } from "../extract-child/outcome";
import { limits } from "../limits";

export type ExtractLimits = { readonly ms: number; readonly mb: number };

/** JSON escapes can make six bytes of one character; beyond that the child is not telling the truth. */
const maxOutputBytes = limits.textUnits * 6 + 1_000_000;
const watchMs = 50;

/**
 * The text of a PDF or a web page, or one sentence why there is none. `charset` is what a web page's sender named. Rejects only when the process
 * cannot be started or `signal` aborts.
 */
export async function extractInChild(
  bytes: Uint8Array,
  format: "pdf" | "html",
  allowed: ExtractLimits,
  signal: AbortSignal,
  charset: string | null = null,
): Promise<ExtractOutcome> {
  signal.throwIfAborted();
  const child = start(format, allowed, charset);
  let stopped: string | null = null;
  const stop = (reason: string) => {
    stopped ??= reason;
    child.kill("SIGKILL");
  };
  const seconds = Math.round(allowed.ms / 1000);
  const timer = setTimeout(
    () => stop(`Reading it took longer than ${seconds} seconds, so it was stopped. Save it anew from a reader, or split it.`),
    allowed.ms,
  );
  const watch = setInterval(() => {
    void residentMb(child.pid).then((mb) => {
      if (mb > allowed.mb) stop(tooMuchMemory(allowed));
    });
  }, watchMs);
  const abort = () => stop("Reading it was cancelled.");
  signal.addEventListener("abort", abort, { once: true });
  try {
    const { output, code, killedBy } = await converse(child, bytes, stop);
    signal.throwIfAborted();
    if (stopped !== null) return { ok: false, reason: stopped };
    // V8 aborts the process when its heap is full.
    if (killedBy === "SIGABRT" || code === 134) return { ok: false, reason: tooMuchMemory(allowed) };
    return parseOutcome(output);
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    signal.removeEventListener("abort", abort);
  }
}

function start(format: string, allowed: ExtractLimits, charset: string | null): ChildProcessWithoutNullStreams {
  const root = realpathSync(/* turbopackIgnore: true */ process.cwd());
  const script = path.join(/* turbopackIgnore: true */ root, "server/library/documents/extract-child/main.ts");
  const flags = [
    `--max-old-space-size=${Math.max(64, Math.floor(allowed.mb * 0.75))}`,
    "--permission",
    `--allow-fs-read=${root}${path.sep}*`,
    "--disable-warning=ExperimentalWarning",
    "--disable-warning=SecurityWarning",
    "--no-deprecation",
  ];
  // No environment: no secret is worth a parser's attention.
  return spawn(process.execPath, [...flags, script, format, ...(charset === null ? [] : [charset])], {
    stdio: "pipe",
    env: { NODE_ENV: "production" },
    cwd: root,
    windowsHide: true,
  });
}

type Conversation = { readonly output: string; readonly code: number | null; readonly killedBy: NodeJS.Signals | null };

function converse(child: ChildProcessWithoutNullStreams, bytes: Uint8Array, stop: (reason: string) => void): Promise<Conversation> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    child.stdout.on("data", (part: Buffer) => {
      size += part.length;
      if (size > maxOutputBytes) stop(`It holds more than ${limits.textUnits.toLocaleString("en")} characters. Split it and add the parts.`);
      else parts.push(part);
    });
    child.stderr.resume();
    // A child that ends early closes the pipe; its exit tells why.
    child.stdin.on("error", () => {});
    child.on("error", reject);
    child.on("close", (code, killedBy) => resolve({ output: Buffer.concat(parts).toString("utf8"), code, killedBy }));
    child.stdin.end(bytes);
  });
}

function parseOutcome(output: string): ExtractOutcome {
  let value: unknown;
  try {
    value = JSON.parse(output);
  } catch {
    // A crash inside the parser leaves no or half an answer.
    return {
      ok: false,
      reason: "The file is damaged: reading it broke the parser. Download it again, or save it anew from the program that made it.",
    };
  }
  const parsed = outcomeSchema.safeParse(value);
  return parsed.success
    ? parsed.data
    : { ok: false, reason: "The file could not be read: its parser gave no usable answer. Save it in another format." };
}

function tooMuchMemory(allowed: ExtractLimits): string {
  return `Reading it took more than ${allowed.mb} MB of memory, so it was stopped. Save it anew from a reader, or split it.`;
}

/** Resident memory of a process in MB; 0 where the system does not tell (there the heap limit holds alone). */
async function residentMb(pid: number | undefined): Promise<number> {
  if (pid === undefined || process.platform !== "linux") return 0;
  try {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // It has just ended.
    return 0;
  }
}
