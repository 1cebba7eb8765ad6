// Two processes on one PGlite folder lose each other's rows without an error. This file lock is what prevents it.
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";

/** What the holder of a folder says about itself; `url` and `token` let the command line join a running server. */
export type LockHolder = { readonly pid: number; readonly started: string; readonly url?: string | undefined; readonly token?: string | undefined };

export class FolderLockedError extends Error {
  override readonly name = "FolderLockedError";
  readonly holder: LockHolder | null;

  constructor(folder: string, holder: LockHolder | null) {
    const who = holder ? `process ${holder.pid}` : "another process that is just starting";
    super(`The data folder ${folder} is in use by ${who}. Stop that process, or choose another folder with VARIORUM_DATA_DIR.`);
    this.holder = holder;
  }
}

export type FolderLock = {
  /** Tells others where this process serves. */
  readonly announce: (url: string, token: string) => void;
  readonly release: () => void;
};

/** A process that writes its lock, or takes over a dead one's, needs far less than this. */
const takeoverMs = 10_000;
/** A lock file without readable content is one that is being written just now, unless it stays so. */
const unwrittenMs = 1000;
const pauseMs = 50;
const longestWaitMs = 3000;

/** Takes the folder's lock or throws FolderLockedError. A lock whose process is gone is taken over. Waits 3 s at most for others that are taking it. */
export function lockFolder(folder: string): FolderLock {
  const file = path.join(folder, "lock");
  const mine: LockHolder = { pid: process.pid, started: startOf(process.pid) ?? "" };
  for (let waited = 0; ; waited += pauseMs) {
    if (create(file, mine)) return heldLock(file, mine);
    const holder = readHolder(file);
    if (holder && isAlive(holder)) throw new FolderLockedError(folder, holder);
    if (removeStale(file)) continue;
    if (waited >= longestWaitMs) throw new FolderLockedError(folder, readHolder(file));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
  }
}

/** Who holds the folder now; null when nobody does. */
export function lockHolder(folder: string): LockHolder | null {
  const holder = readHolder(path.join(folder, "lock"));
  return holder && isAlive(holder) ? holder : null;
}

function heldLock(file: string, mine: LockHolder): FolderLock {
  const isMine = () => {
    const holder = readHolder(file);
    return holder?.pid === mine.pid && holder.started === mine.started;
  };
  return {
    announce: (url, token) => {
      if (!isMine()) return;
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify({ ...mine, url, token }), { mode: 0o600 });
      renameSync(draft, file);
    },
    release: () => {
      if (isMine()) rmSync(file, { force: true });
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

/** Removes a lock that nobody alive holds. Only one process at a time may do so, and only after looking again; false when it is not to be done now. */
function removeStale(file: string): boolean {
  const gate = `${file}.takeover`;
  const mine: LockHolder = { pid: process.pid, started: String(process.hrtime.bigint()) };
  if (!create(gate, mine)) {
    if ((ageMs(gate) ?? 0) > takeoverMs) rmSync(gate, { force: true });
    return false;
  }
  try {
    const holder = readHolder(file);
    const age = ageMs(file);
    if (age === null) return true;
    if (holder ? isAlive(holder) : age <= unwrittenMs) return false;
    // Somebody may have taken this gate for one that a dead process left.
    if (readHolder(gate)?.started !== mine.started) return false;
    rmSync(file, { force: true });
    return true;
  } finally {
    if (readHolder(gate)?.started === mine.started) rmSync(gate, { force: true });
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

/** Milliseconds since the file was written; null when there is none. */
function ageMs(file: string): number | null {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
