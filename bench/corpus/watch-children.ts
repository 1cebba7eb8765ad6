// The most memory that the processes which take files apart have held, as the kernel keeps it (VmHWM): a peak between two looks is not missed.
import { readdirSync, readFileSync } from "node:fs";

const lookEveryMs = 20;
const script = "extract-child";
const looksUntilKnown = 20;

export type ChildWatch = {
  /** MB since the last call; 0 where no child was seen or the system does not tell. */
  readonly take: () => number;
  readonly stop: () => void;
};

/** `serverPid`: only its descendants count; null counts every such process of the machine. */
export function watchChildren(serverPid: number | null): ChildWatch {
  let peakKb = 0;
  /** How often a process has been looked at and was another one: a child bears its parent's name until it has begun. */
  const others = new Map<string, number>();
  const timer = setInterval(() => {
    for (const pid of processes()) {
      const looks = others.get(pid) ?? 0;
      if (looks >= looksUntilKnown) continue;
      if (isExtraction(pid) && (serverPid === null || descends(pid, serverPid))) peakKb = Math.max(peakKb, kilobytes(pid, "VmHWM"));
      else others.set(pid, looks + 1);
    }
  }, lookEveryMs);
  return {
    take() {
      const mb = Math.round(peakKb / 1024);
      peakKb = 0;
      return mb;
    },
    stop: () => clearInterval(timer),
  };
}

/** Resident memory of a process in MB, and the most it has been. */
export function memoryOf(pid: number): { readonly nowMb: number; readonly peakMb: number } {
  return { nowMb: Math.round(kilobytes(String(pid), "VmRSS") / 1024), peakMb: Math.round(kilobytes(String(pid), "VmHWM") / 1024) };
}

function processes(): string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    // Only Linux tells.
    return [];
  }
}

function isExtraction(pid: string): boolean {
  return read(`/proc/${pid}/cmdline`).includes(script);
}

function descends(pid: string, ancestor: number): boolean {
  for (let at = pid; at !== "" && at !== "0"; at = /^PPid:\s+(\d+)/m.exec(read(`/proc/${at}/status`))?.[1] ?? "") {
    if (Number(at) === ancestor) return true;
  }
  return false;
}

function kilobytes(pid: string, field: "VmHWM" | "VmRSS"): number {
  return Number(new RegExp(String.raw`^${field}:\s+(\d+)`, "m").exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // It has just ended.
    return "";
  }
}
