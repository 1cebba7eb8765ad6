// Takes a file apart in a child process that can be killed: limits on time, memory and output, no environment, no writing.
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import type { ExtractOutcome } from "../extract-child/outcome";
import {
  type ExtractLimits,
  maxOutputBytes,
  parseOutcome,
  startChild,
  tooLarge,
  tooLong,
  tooMuchMemory,
  tooMuchText,
  watchMs,
} from "./extract-process";

/** Formats that need a parser; plain text and Markdown are read as they stand. */
export type ParsedFormat = "pdf" | "html" | "docx" | "pptx" | "epub" | "rtf";

/** The text of a file, or one sentence why there is none. Rejects only when the process cannot be started or `signal` aborts. */
export async function extractInChild(bytes: Uint8Array, format: ParsedFormat, allowed: ExtractLimits, signal: AbortSignal): Promise<ExtractOutcome> {
  signal.throwIfAborted();
  const child = startChild("main.ts", [format], allowed);
  let stopped: string | null = null;
  const stop = (reason: string) => {
    stopped ??= reason;
    child.kill("SIGKILL");
  };
  const timer = setTimeout(() => stop(tooLong(allowed)), allowed.ms);
  const watch = setInterval(() => {
    void tooLarge(child.pid, allowed).then((large) => {
      if (large) stop(tooMuchMemory(allowed));
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

type Conversation = { readonly output: string; readonly code: number | null; readonly killedBy: NodeJS.Signals | null };

function converse(child: ChildProcessWithoutNullStreams, bytes: Uint8Array, stop: (reason: string) => void): Promise<Conversation> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    child.stdout.on("data", (part: Buffer) => {
      size += part.length;
      if (size > maxOutputBytes) stop(tooMuchText);
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
