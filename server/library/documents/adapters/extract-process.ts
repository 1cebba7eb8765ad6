// A child process that takes files apart, with limits on time, memory and output, no environment, no writing; and what its end means.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setPriority } from "node:os";
import path from "node:path";
import { type ExtractOutcome, outcomeSchema } from "../extract-child/outcome";
import { limits } from "../limits";

export type ExtractLimits = { readonly ms: number; readonly mb: number };

/** The heap is not all: buffers outside it, the program itself and a copy while it is tidied take the rest. */
const heapShare = 0.6;
/** Memory is looked at now and then, and grows meanwhile: who passes this share of the limit is stopped. */
const watchedShare = 0.85;
export const watchMs = 20;

/** JSON escapes can make six bytes of one character; beyond that the child is not telling the truth. */
export const maxOutputBytes = limits.textUnits * 6 + 1_000_000;

/** `script`: a file of extract-child. */
export function startChild(script: "main.ts" | "serve.ts", args: readonly string[], allowed: ExtractLimits): ChildProcessWithoutNullStreams {
  const root = realpathSync(/* turbopackIgnore: true */ process.cwd());
  const file = path.join(/* turbopackIgnore: true */ root, "server/library/documents/extract-child", script);
  const flags = [
    `--max-old-space-size=${Math.max(64, Math.floor(allowed.mb * heapShare))}`,
    "--permission",
    `--allow-fs-read=${root}${path.sep}*`,
    "--disable-warning=ExperimentalWarning",
    "--disable-warning=SecurityWarning",
    "--no-deprecation",
  ];
  // No environment: no secret is worth a parser's attention.
  const child = spawn(process.execPath, [...flags, file, ...args], {
    stdio: "pipe",
    env: { NODE_ENV: "production" },
    cwd: root,
    windowsHide: true,
  });
  stepBack(child.pid);
  return child;
}

/** A third of the weight of others: as the least of all it would run into its time on a busy machine. */
const niceness = 5;

/** Whoever waits for a page goes before whoever waits for a file. */
function stepBack(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, niceness);
  } catch {
    // It has just ended, or the system keeps no order: it is read all the same.
  }
}

export function parseOutcome(output: string): ExtractOutcome {
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

export function tooMuchMemory(allowed: ExtractLimits): string {
  return `Reading it would take more than ${allowed.mb} MB of memory, so it was stopped. Save it anew from a reader, or split it.`;
}

export function tooLong(allowed: ExtractLimits): string {
  return `Reading it took longer than ${Math.round(allowed.ms / 1000)} seconds, so it was stopped. Save it anew from a reader, or split it.`;
}

export const tooMuchText = `It holds more than ${limits.textUnits.toLocaleString("en")} characters. Split it and add the parts.`;

/** Whether a process has come so near its limit that the next look might be too late. */
export async function tooLarge(pid: number | undefined, allowed: ExtractLimits): Promise<boolean> {
  return (await residentMb(pid)) > allowed.mb * watchedShare;
}

/** Resident memory of a process in MB; 0 where the system does not tell (there the heap limit holds alone). */
export async function residentMb(pid: number | undefined): Promise<number> {
  if (pid === undefined || process.platform !== "linux") return 0;
  try {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // It has just ended.
    return 0;
  }
}
