// What the processes that take files apart asked of the system, out of a trace that strace wrote: connections, and files opened to be written.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

export type Traced = {
  /** Processes that took files apart. */
  readonly processes: number;
  /** Calls of theirs that opened a connection or would have. */
  readonly connections: readonly string[];
  /** Calls of theirs that made, changed or removed a file. */
  readonly writes: readonly string[];
};

/** "12 connect(3, ...) = 0", or its end behind another process's calls: "12 <... clone3 resumed>...) = 15". */
const line = /^(\d+)\s+(?:(\w+)\(|<\.\.\. (\w+) resumed>)(.*)$/;

/** `file`: as `strace -f -o` writes it. Threads of a process are told from others by the call that made them. */
export async function readTrace(file: string): Promise<Traced> {
  const ours = new Set<string>();
  let processes = 0;
  const connections: string[] = [];
  const writes: string[] = [];
  for await (const text of createInterface({ input: createReadStream(file) })) {
    const [, pid = "", begun, resumed, rest = ""] = line.exec(text) ?? [];
    const call = begun ?? resumed ?? "";
    if (call === "execve" && rest.includes("extract-child")) {
      ours.add(pid);
      processes += 1;
    } else if (ours.has(pid) && /^clone3?$|^v?fork$/.test(call)) {
      const child = /=\s(\d+)$/.exec(rest)?.[1];
      if (child) ours.add(child);
    } else if (!ours.has(pid) || begun === undefined) continue;
    else if (/^(?:connect|bind|sendto|sendmsg)$/.test(call)) connections.push(`${call}(${rest}`);
    else if (changes(call, rest)) writes.push(`${call}(${rest}`);
  }
  return { processes, connections, writes };
}

function changes(call: string, rest: string): boolean {
  if (/^open(?:at)?$/.test(call)) return /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(rest) && !/"\/dev\/(?:null|tty|urandom)"/.test(rest);
  return /^(?:creat|rename|unlink|mkdir|symlink|link|truncate)/.test(call);
}
