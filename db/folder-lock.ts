// Two processes on one PGlite folder lose each other's rows without an error. This file lock is what prevents it.
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";

/** What the holder of a folder says about itself; `url` and `token` let the command line join a running server. */
export type LockHolder = { readonly pid: number; readonly started: string; readonly url?: string; readonly token?: string };

export class FolderLockedError extends Error {
  override readonly name = "FolderLockedError";
  readonly holder: LockHolder;

  constructor(folder: string, holder: LockHolder) {
    super(`The data folder ${folder} is in use by process ${holder.pid}. Stop that process, or choose another folder with VARIORUM_DATA_DIR.`);
    this.holder = holder;
  }
}

export type FolderLock = {
  /** Tells others where this process serves. */
  readonly announce: (url: string, token: string) => void;
  readonly release: () => void;
};

/** Takes the folder's lock or throws FolderLockedError. A lock whose process is gone is taken over. */
export function lockFolder(folder: string): FolderLock {
  const file = path.join(folder, "lock");
  const mine: LockHolder = { pid: process.pid, started: startOf(process.pid) ?? "" };
  for (let attempt = 0; attempt < 3; attempt++) {
    if (create(file, mine)) return heldLock(file, mine);
    const holder = readHolder(file);
    if (holder && isAlive(holder)) throw new FolderLockedError(folder, holder);
    removeStale(file);
  }
  throw new FolderLockedError(folder, readHolder(file) ?? mine);
}

/** Who holds the folder now; null when nobody does. */
export function lockHolder(folder: string): LockHolder | null {
  const holder = readHolder(path.join(folder, "lock"));
  return holder && isAlive(holder) ? holder : null;
}

function heldLock(file: string, mine: LockHolder): FolderLock {
  return {
    announce: (url, token) => {
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify({ ...mine, url, token }), { mode: 0o600 });
      renameSync(draft, file);
    },
    release: () => {
      if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

function create(file: string, content: LockHolder): boolean {
  try {
    const handle = openSync(file, "wx", 0o600);
    writeSync(handle, JSON.stringify(content));
    closeSync(handle);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** Only one process at a time may remove a stale lock, and only after looking again. */
function removeStale(file: string): void {
  const gate = `${file}.takeover`;
  if (!create(gate, { pid: process.pid, started: "" })) {
    if (ageMs(gate) > 10_000) rmSync(gate, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    return;
  }
  try {
    const holder = readHolder(file);
    // A lock file without readable content is one that is being written just now, unless it stays so.
    if (holder ? !isAlive(holder) : ageMs(file) > 1000) rmSync(file, { force: true });
    else if (!holder) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1100);
  } finally {
    rmSync(gate, { force: true });
  }
}

function readHolder(file: string): LockHolder | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof parsed !== "object" || parsed === null || !("pid" in parsed) || typeof parsed.pid !== "number") return null;
    const text = (key: string) => (key in parsed ? String(Reflect.get(parsed, key)) : undefined);
    return { pid: parsed.pid, started: text("started") ?? "", url: text("url"), token: text("token") };
  } catch (error) {
    if (isCode(error, "ENOENT") || error instanceof SyntaxError) return null;
    throw error;
  }
}

function isAlive(holder: LockHolder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (isCode(error, "ESRCH")) return false;
    if (!isCode(error, "EPERM")) throw error;
  }
  const started = startOf(holder.pid);
  // Where the system tells start times, a reused pid is recognised as another process.
  return started === null || holder.started === "" || started === holder.started;
}

/** Start time of a process in clock ticks since boot, from Linux's process table; null elsewhere. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch (error) {
    if (isCode(error, "ENOENT") || isCode(error, "ESRCH")) return null;
    throw error;
  }
}

function ageMs(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch (error) {
    if (isCode(error, "ENOENT")) return 0;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
